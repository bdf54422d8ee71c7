import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { themeRefusal, type ThemeRefusal } from './theme-facts.ts';
import { settlesThemes } from './theme-place.server.ts';

export type NewTheme = {
  collectiviteId: string;
  /** null: for the whole collectivité. */
  relaisId: string | null;
  title: string;
  hours: number | null;
  /** Absent: never due again, and first in the list. */
  renewalMonths?: number | null;
  position?: number;
};

/** Proposes a theme to the professionals of a relais, or of all. The same title there is the one that is there. */
export async function addTheme(
  actor: Actor,
  { collectiviteId, relaisId, hours, renewalMonths = null, position = 0, ...input }: NewTheme,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ themeId: string; again: boolean }, ThemeRefusal>> {
  const title = input.title.trim();
  const facts = { title, hours, renewalMonths, position };
  const wrong = themeRefusal(facts);
  if (wrong) return refuse(wrong);
  return inTransaction(tx, async (tx) => {
    if (!(await settlesThemes(tx, actor, { collectiviteId, relaisId }))) return refuse({ code: 'NOT_FOUND' });
    const same = { collectiviteId, relaisId, retiredAt: null, title: { equals: title, mode: 'insensitive' as const } };
    const there = await tx.trainingTheme.findFirst({ where: same, select: { id: true } });
    if (there) return { ok: true, themeId: there.id, again: true };
    const { id } = await tx.trainingTheme.create({ data: { collectiviteId, relaisId, ...facts } });
    const who = {
      collectiviteId,
      actorId: actorId(actor),
      subject: 'collectivite' as const,
      subjectId: collectiviteId,
    };
    await record(tx, now, { ...who, what: 'theme.added', detail: { themeId: id } });
    return { ok: true, themeId: id, again: false };
  });
}
