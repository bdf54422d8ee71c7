import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { mayInCollectivite } from '#app/people/permissions.ts';
import type { TrainingRefusal } from './messages.ts';

export type NewTheme = {
  collectiviteId: string;
  /** null: for the whole collectivité. */
  relaisId: string | null;
  title: string;
  hours: number | null;
};

/** Proposes a theme to the professionals of a relais, or of all. The same title there is the one that is there. */
export async function addTheme(
  actor: Actor,
  { collectiviteId, relaisId, hours, ...input }: NewTheme,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ themeId: string; again: boolean }, TrainingRefusal>> {
  const title = input.title.trim();
  if (title === '') return refuse({ code: 'TITLE_EMPTY' });
  if (hours !== null && !(hours > 0 && hours <= 400)) return refuse({ code: 'HOURS_WRONG' });
  return inTransaction(tx, async (tx) => {
    const allowed =
      relaisId === null
        ? mayInCollectivite(actor, 'need.write', collectiviteId)
        : (await managedRelais(tx, actor, 'need.write', relaisId))?.collectiviteId === collectiviteId;
    if (!allowed) return refuse({ code: 'NOT_FOUND' });
    const same = { collectiviteId, relaisId, retiredAt: null, title: { equals: title, mode: 'insensitive' as const } };
    const there = await tx.trainingTheme.findFirst({ where: same, select: { id: true } });
    if (there) return { ok: true, themeId: there.id, again: true };
    const { id } = await tx.trainingTheme.create({ data: { collectiviteId, relaisId, title, hours } });
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
