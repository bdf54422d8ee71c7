import type { Tx } from '#app/db/client.server.ts';
import { writeOccupations, type Occupied } from './writeOccupations.server.ts';

/**
 * Gives back all that these sessions hold, then takes what they shall hold: dates of a series may take each other's
 * hours. In the caller's transaction.
 *
 * @throws SQLSTATE 23P01 when something was taken since clashes were looked for
 */
export async function replaceOccupations(
  tx: Tx,
  collectiviteId: string,
  sessionIds: readonly string[],
  occupied: readonly Occupied[],
  actorId: string | null,
): Promise<void> {
  await tx.occupation.deleteMany({ where: { sessionId: { in: [...sessionIds] } } });
  await writeOccupations(tx, collectiviteId, occupied, actorId);
}
