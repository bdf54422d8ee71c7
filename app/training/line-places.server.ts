import { endCohort } from '#app/catalog/endCohort.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { addMember } from '#app/enrollment/addMember.server.ts';
import { cancelSessions } from '#app/enrollment/cancelSessions.server.ts';
import { leaveCohort } from '#app/enrollment/leaveCohort.server.ts';
import type { MembershipNews } from '#app/enrollment/membership-news.ts';
import { SYSTEM, type Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';

type Dated = { collectiviteId: string; relaisId: string; activityId: string | null };

async function groupOf(tx: Tx, { activityId }: Dated): Promise<string | null> {
  if (activityId === null) return null;
  const row = await tx.cohort.findFirst({ where: { activityId, endedAt: null }, select: { id: true } });
  return row?.id ?? null;
}

/** `news`: why, for the one mail that tells her dates too. */
type Hers = { personId: string; news?: MembershipNews };

/**
 * Her file lives: she is in the training's group, and enrolled in its dates by its job. Nothing when it is not dated. Does
 * her group write to her?
 */
export async function takePlace(tx: Tx, line: Dated, { personId, news }: Hers, now: Date): Promise<boolean> {
  const cohortId = await groupOf(tx, line);
  if (cohortId === null) return false;
  const nobody = { childIds: [], others: [] };
  const input = { cohortId, personId, from: null, children: nobody, ...(news && { news }) };
  const added = await addMember(SYSTEM, input, now, tx);
  return added.ok && added.state === 'MEMBER' && !added.again;
}

/**
 * Her file waits or is over: her places to come are given back. Nothing when it is not dated. Does her group write to her?
 * Not to one whom it never told that she was in it.
 */
export async function leavePlace(tx: Tx, line: Dated, { personId, news }: Hers, now: Date): Promise<boolean> {
  const cohortId = await groupOf(tx, line);
  if (cohortId === null) return false;
  const where = { cohortId, personId, state: { in: ['APPLIED' as const, 'WAITING' as const, 'MEMBER' as const] } };
  const member = await tx.membership.findFirst({ where, select: { id: true, toldAt: true } });
  if (!member) return false;
  const told = member.toldAt !== null;
  await leaveCohort(SYSTEM, { membershipId: member.id, from: null, ...(told && news && { news }) }, now, tx);
  return told;
}

/** All dates to come are cancelled, everyone is told in one mail, and the group ends. Gives how many were told, or must be called. */
export async function dropDates(
  tx: Tx,
  actor: Actor,
  line: Dated,
  reason: string,
  now: Date,
): Promise<{ told: number; toCall: number }> {
  const nobody = { told: 0, toCall: 0 };
  if (line.activityId === null) return nobody;
  const who = may(actor, 'session.cancel', line) ? actor : SYSTEM;
  const next = await tx.session.findFirst({
    where: { activityId: line.activityId, state: 'PUBLISHED', startsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  });
  const gone = next ? await cancelSessions(who, { sessionId: next.id, scope: 'ALL', reason }, now, tx) : null;
  const cohortId = await groupOf(tx, line);
  if (cohortId !== null) await endCohort(SYSTEM, { cohortId }, now, tx);
  return gone?.ok ? { told: gone.told, toCall: gone.toCall } : nobody;
}
