import type { LedChange } from '#app/catalog/leader-changes.ts';
import { leadersOf } from '#app/catalog/leaders.server.ts';
import { tellLeaders } from '#app/catalog/tellLeaders.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { Billed } from './billed.server.ts';
import { knownTerms, type TermsById } from './known-terms.server.ts';
import { termsNews } from './terms-news.ts';

/**
 * Tells an intervenant what changes in what was agreed for dates he has accepted, one mail for all of them, in the
 * caller's transaction. Who has not answered yet reads his terms with the proposal; a cancelled date is left alone.
 */
export async function tellTerms(
  tx: Tx,
  { actor, rows, before }: { actor: Actor; rows: readonly Billed[]; before: TermsById },
  now: Date,
): Promise<void> {
  const accepted = rows.filter(({ assignment, session }) => assignment === 'ACCEPTED' && session !== 'CANCELLED');
  const after = await knownTerms(tx, accepted);
  const news = new Map(
    accepted.flatMap(({ id, sessionId }) => {
      const terms = after.get(id);
      const notes = terms ? termsNews(before.get(id) ?? null, terms) : [];
      return notes.length === 0 ? [] : [[sessionId, { assignmentId: id, notes }] as const];
    }),
  );
  const meetings = await leadersOf(tx, [...news.keys()]);
  const changes = meetings.map((meeting): LedChange => {
    const { assignmentId = '', notes = [] } = news.get(meeting.id) ?? {};
    // what one is paid is nobody else's to read
    const his = { ...meeting, leaders: meeting.leaders.filter((leader) => leader.assignmentId === assignmentId) };
    return { before: his, after: his, moved: false, notes };
  });
  await tellLeaders(tx, { actor, changes }, now);
}
