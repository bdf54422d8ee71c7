import type { DbOrTx } from '#app/db/client.server.ts';

/** The sessions holding an offer whose deadline has passed: what a sweep expires when a job was lost. */
export async function sessionsWithOffersDue(db: DbOrTx, now: Date): Promise<string[]> {
  const rows = await db.enrollment.findMany({
    where: { state: 'OFFERED', offerExpiresAt: { lte: now } },
    distinct: ['sessionId'],
    select: { sessionId: true },
  });
  return rows.map((row) => row.sessionId);
}
