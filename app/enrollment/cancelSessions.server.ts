import { sessionsInScope } from '#app/catalog/sessions-in-scope.server.ts';
import type { Scope } from '#app/catalog/session-change.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions, lockSites } from '#app/db/locks.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import { endSession, type EndedParty } from './endSession.server.ts';
import { loadMeetings } from './meetings.server.ts';
import { tellCancelled } from './tellCancelled.server.ts';
import { tellLedCancelled } from './tellLedCancelled.server.ts';

/** `told`: persons, each once; `toCall`: those of them without e-mail; `drafts`: left as they are. */
export type SessionsCancelled = { cancelled: number; told: number; toCall: number; drafts: number };

const AGAIN = { ok: true, cancelled: 0, told: 0, toCall: 0, drafts: 0 } as const;

type Refusal = { code: 'NOT_FOUND' | 'REASON_NEEDED' | 'NOTHING_PUBLISHED' };

/**
 * Cancels a session, it and the following ones of its series, or all those to come, as `cancelSession` does each: all
 * or none, in one transaction that locks sites, then sessions. One mail a person. Drafts stay: nobody knows of them.
 */
export async function cancelSessions(
  actor: Actor,
  { sessionId, scope, reason }: { sessionId: string; scope: Scope; reason: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<SessionsCancelled, Refusal>> {
  const why = reason.trim();
  if (why === '') return refuse({ code: 'REASON_NEEDED' });
  return inTransaction(tx, async (tx) => {
    const found = await sessionsInScope(tx, actor, { sessionId, scope, permission: 'session.cancel' }, now);
    if (!found) return (await isCancelled(tx, actor, sessionId)) ? AGAIN : refuse({ code: 'NOT_FOUND' });
    await lockSites(
      tx,
      found.sessions.map(({ siteId }) => siteId),
    );
    const ids = found.sessions.map(({ id }) => id);
    await lockSessions(tx, ids);
    const meetings = await loadMeetings(tx, ids);
    const published = meetings.filter(({ state }) => state === 'PUBLISHED');
    if (published.length === 0) return refuse({ code: 'NOTHING_PUBLISHED' });
    published.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const parties: EndedParty[] = [];
    for (const meeting of published) parties.push(...(await endSession(tx, actor, { meeting, reason: why }, now)));
    await tellCancelled(tx, parties, why, now);
    await tellLedCancelled(tx, actor, { sessionIds: published.map(({ id }) => id), reason: why }, now);
    const people = new Map(parties.flatMap(({ person }) => (person ? [[person.id, person.email] as const] : [])));
    const toCall = [...people.values()].filter((email) => email === null).length;
    const drafts = meetings.filter(({ state }) => state === 'DRAFT').length;
    return { ok: true, cancelled: published.length, told: people.size, toCall, drafts };
  });
}

/** Hers, and cancelled already: the same form came twice. */
async function isCancelled(tx: Tx, actor: Actor, sessionId: string): Promise<boolean> {
  const session = await tx.session.findFirst({
    where: { id: sessionId, state: 'CANCELLED' },
    select: { relaisId: true, collectiviteId: true },
  });
  return session !== null && may(actor, 'session.cancel', session);
}
