import { db, type Tx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';
import type { PersonActor } from './actor.ts';

/** Today where the actor works, `YYYY-MM-DD`. */
export async function todayFor({ collectiviteId }: PersonActor, now: Date, tx: Tx = db()): Promise<string> {
  const where = { id: collectiviteId };
  const { timezone } = await tx.collectivite.findUniqueOrThrow({ where, select: { timezone: true } });
  return localDate(now, timezone);
}
