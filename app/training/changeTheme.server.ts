import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { themeRefusal, type ThemeFacts, type ThemeRefusal } from './theme-facts.ts';
import { settledTheme } from './theme-place.server.ts';

/**
 * Renames a theme, or changes its hours, its renewal, its place: needs already said follow it. Refuses a theme of
 * elsewhere or retired, and the title of another of the same list.
 */
export async function changeTheme(
  actor: Actor,
  { themeId, ...facts }: ThemeFacts & { themeId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, ThemeRefusal>> {
  const wrong = themeRefusal(facts);
  if (wrong) return refuse(wrong);
  return inTransaction(tx, async (tx) => {
    const theme = await settledTheme(tx, actor, themeId);
    if (!theme) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId, relaisId } = theme;
    const title = facts.title.trim();
    const same = { collectiviteId, relaisId, retiredAt: null, title: { equals: title, mode: 'insensitive' as const } };
    if ((await tx.trainingTheme.count({ where: { ...same, id: { not: themeId } } })) > 0)
      return refuse({ code: 'ALREADY_THERE' });
    await tx.trainingTheme.update({ where: { id: themeId }, data: { ...facts, title } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'collectivite' as const };
    await record(tx, now, { ...who, subjectId: collectiviteId, what: 'theme.changed', detail: { themeId } });
    return { ok: true };
  });
}
