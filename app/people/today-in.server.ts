import type { DbOrTx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';

/** The day it is on the wall of a collectivité, ISO. */
export async function todayIn(db: DbOrTx, collectiviteId: string, now: Date): Promise<string> {
  const { timezone } = await db.collectivite.findUniqueOrThrow({
    where: { id: collectiviteId },
    select: { timezone: true },
  });
  return localDate(now, timezone);
}
