import { db } from '#app/db/client.server.ts';

const DAY_MS = 86_400_000;
/** A session that ended stays so long in her list of past accesses. */
const KEEP_DAYS = 30;

/** Deletes dead codes after a day, ended sessions after a month, counts whose window is over. For a daily task. */
export async function forgetExpired(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const ended = { lt: before(KEEP_DAYS) };
  await db().loginCode.deleteMany({ where: { expiresAt: { lt: before(1) } } });
  await db().authSession.deleteMany({ where: { OR: [{ expiresAt: ended }, { revokedAt: ended }] } });
  await db().$executeRaw`DELETE FROM limits.attempt WHERE reset_at < ${now}::timestamptz`;
}
