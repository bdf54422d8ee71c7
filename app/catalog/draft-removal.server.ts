import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { when } from '#app/time/french.ts';
import { SCOPES, type Scope } from './session-change.ts';
import { sessionsInScope } from './sessions-in-scope.server.ts';

/** A draft about to be removed. */
export type DraftRemoval = {
  id: string;
  activityId: string;
  title: string;
  when: string;
  /** Published: it can be cancelled, not removed. */
  draft: boolean;
  /** How many drafts each choice takes. */
  counts: Record<Scope, number>;
};

/** Null: not there, cancelled, or not hers to plan. */
export async function draftRemoval(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: DbOrTx = db(),
): Promise<DraftRemoval | null> {
  const found = await sessionsInScope(tx, actor, { sessionId, scope: 'ALL', permission: 'session.plan' }, now);
  if (!found) return null;
  const { named, sessions, activityId, zone } = found;
  const { title } = await tx.activity.findUniqueOrThrow({ where: { id: activityId }, select: { title: true } });
  const drafts = sessions.filter(({ state }) => state === 'DRAFT');
  const following = drafts.filter(({ startsAt }) => startsAt >= named.startsAt);
  return {
    ...{ id: sessionId, activityId, title: named.theme ?? title, draft: named.state === 'DRAFT' },
    when: when(named.startsAt, named.endsAt, zone),
    counts: { ONE: 1, FOLLOWING: following.length, ALL: drafts.length },
  };
}

/** The scope that a form says; this session alone when it says none. */
export function scopeOf(typed: string): Scope {
  return SCOPES.find((one) => one === typed) ?? 'ONE';
}
