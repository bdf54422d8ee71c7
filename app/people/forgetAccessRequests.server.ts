import { db, type DbOrTx } from '#app/db/client.server.ts';

const DAY_MS = 86_400_000;
/** What was answered serves for a while to say who did; what nobody answered is forgotten too. */
const ANSWERED_DAYS = 60;
const PENDING_DAYS = 365;

/** Deletes old requests for access. For a daily task. */
export async function forgetAccessRequests(now: Date, tx: DbOrTx = db()): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const { count } = await tx.accessRequest.deleteMany({
    where: {
      OR: [{ answeredAt: { lt: before(ANSWERED_DAYS) } }, { state: 'PENDING', at: { lt: before(PENDING_DAYS) } }],
    },
  });
  return count;
}
