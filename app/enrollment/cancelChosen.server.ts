import { removeDraftSessions } from '#app/catalog/removeDraftSessions.server.ts';
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

/** `told`: persons, each once; `toCall`: those of them without e-mail; `removed`: drafts, of which nobody knew. */
export type ChosenCancelled = { cancelled: number; removed: number; told: number; toCall: number };

type Refusal = { code: 'NOT_FOUND' | 'REASON_NEEDED' };

/**
 * Cancels sessions chosen one by one, for one reason: all or none, in one transaction that locks sites, then sessions.
 * One mail a person; drafts are removed. Those cancelled already, or begun, are left alone: submitting twice is harmless.
 */
export async function cancelChosen(
  actor: Actor,
  { sessionIds, reason }: { sessionIds: readonly string[]; reason: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<ChosenCancelled, Refusal>> {
  const why = reason.trim();
  if (why === '') return refuse({ code: 'REASON_NEEDED' });
  return inTransaction(tx, async (tx) => {
    const ids = [...new Set(sessionIds)];
    const sites = await tx.session.findMany({ where: { id: { in: ids } }, select: { siteId: true } });
    await lockSites(
      tx,
      sites.map(({ siteId }) => siteId),
    );
    await lockSessions(tx, ids);
    const meetings = await loadMeetings(tx, ids);
    const isHers = meetings.every((meeting) => may(actor, 'session.cancel', meeting));
    if (!isHers || meetings.length === 0) return refuse({ code: 'NOT_FOUND' });
    const toCome = meetings.filter(({ startsAt }) => startsAt > now);
    const published = toCome.filter(({ state }) => state === 'PUBLISHED');
    published.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const parties: EndedParty[] = [];
    for (const meeting of published) parties.push(...(await endSession(tx, actor, { meeting, reason: why }, now)));
    await tellCancelled(tx, parties, why, now);
    await tellLedCancelled(tx, actor, { sessionIds: published.map(({ id }) => id), reason: why }, now);
    const drafts = toCome.filter(({ state }) => state === 'DRAFT');
    for (const { id } of drafts) await removeDraftSessions(actor, { sessionId: id, scope: 'ONE' }, now, tx);
    const people = new Map(parties.flatMap(({ person }) => (person ? [[person.id, person.email] as const] : [])));
    const toCall = [...people.values()].filter((email) => email === null).length;
    return { ok: true, cancelled: published.length, removed: drafts.length, told: people.size, toCall };
  });
}
