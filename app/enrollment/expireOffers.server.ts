import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { allocate } from './allocate.server.ts';
import { loadApplicants } from './applicants.server.ts';
import { endEnrollment } from './endEnrollment.server.ts';
import { lockMeeting } from './meetings.server.ts';
import { aboutParty, notify } from './notices.server.ts';

/** Ends the offers of a session whose deadline has passed, tells their holders, and serves those behind. Gives how many. */
export async function expireOffers(sessionId: string, now: Date, tx?: Tx): Promise<number> {
  return inTransaction(tx, async (tx) => {
    const meeting = await lockMeeting(tx, sessionId);
    if (!meeting) return 0;
    const expired = await tx.enrollment.findMany({
      where: { sessionId, state: 'OFFERED', offerExpiresAt: { lte: now } },
      select: { id: true, personId: true, _count: { select: { children: true } } },
    });
    if (expired.length === 0) return 0;
    const people = await loadApplicants(
      tx,
      expired.map((one) => one.personId),
      meeting,
      now,
    );
    for (const one of expired) {
      await endEnrollment(tx, meeting, { id: one.id, state: 'EXPIRED', actorId: null }, now);
      const to = people.find((person) => person.id === one.personId);
      const content = { template: 'offer-expired', props: aboutParty(meeting, one._count.children) } as const;
      if (to) await notify(tx, meeting, [{ to, enrollmentId: one.id, content }], now);
    }
    await allocate(tx, meeting, now);
    return expired.length;
  });
}
