import type { Actor } from '#app/people/actor.ts';
import { publishSessions } from './publishSessions.server.ts';

export type PublishedDrafts = {
  published: string[];
  refused: { sessionId: string; code: 'NOT_FOUND' | 'SITE_FULL' }[];
};

/**
 * Publishes drafts one by one, each in its own transaction, so that one which cannot be does not hold up the others and
 * an interrupted act is resumed by asking again. Says which were not published and why.
 */
export async function publishDrafts(
  actor: Actor,
  { sessionIds }: { sessionIds: readonly string[] },
  now: Date,
): Promise<PublishedDrafts> {
  const done: PublishedDrafts = { published: [], refused: [] };
  for (const sessionId of [...new Set(sessionIds)]) {
    const outcome = await publishSessions(actor, { sessionIds: [sessionId] }, now);
    if (!outcome.ok) done.refused.push({ sessionId, code: outcome.refusal.code });
    else if (outcome.published > 0) done.published.push(sessionId);
  }
  return done;
}
