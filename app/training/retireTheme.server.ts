import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { settlesThemes } from './theme-place.server.ts';

/** Proposes a theme no more: needs already said keep it. Refuses a theme of elsewhere. Twice is once. */
export async function retireTheme(
  actor: Actor,
  { themeId }: { themeId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const theme = await tx.trainingTheme.findUnique({ where: { id: themeId } });
    if (!theme || !(await settlesThemes(tx, actor, theme))) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = theme;
    const { count } = await tx.trainingTheme.updateMany({
      where: { id: themeId, retiredAt: null },
      data: { retiredAt: now },
    });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'collectivite' as const };
    if (count > 0)
      await record(tx, now, { ...who, subjectId: collectiviteId, what: 'theme.retired', detail: { themeId } });
    return { ok: true };
  });
}
