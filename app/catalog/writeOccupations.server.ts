import type { Tx } from '#app/db/client.server.ts';
import type { Held } from './occupation.ts';

/** `overrideReason` null: nothing else may hold it then. */
export type Occupied = Held & { sessionId: string; overrideReason: string | null };

/**
 * Writes what sessions hold, in one statement.
 *
 * @throws SQLSTATE 23P01 when something was taken since clashes were looked for
 */
export async function writeOccupations(
  tx: Tx,
  collectiviteId: string,
  occupied: readonly Occupied[],
  actorId: string | null,
): Promise<void> {
  if (occupied.length === 0) return;
  const each = <T>(of: (one: Occupied) => T) => occupied.map(of);
  await tx.$executeRaw`
    INSERT INTO "Occupation" (id, "collectiviteId", "sessionId", resource, during, overridden, "overrideReason", "overriddenById")
    SELECT gen_random_uuid(), ${collectiviteId}::uuid, w."sessionId", w.resource, tstzrange(w."from", w.until, '[)'),
           w.reason IS NOT NULL, w.reason, CASE WHEN w.reason IS NOT NULL THEN ${actorId}::uuid END
      FROM unnest(${each(({ sessionId }) => sessionId)}::uuid[], ${each(({ resource }) => resource)}::text[],
                  ${each(({ from }) => from.toISOString())}::timestamptz[],
                  ${each(({ until }) => until.toISOString())}::timestamptz[],
                  ${each(({ overrideReason }) => overrideReason)}::text[]) AS w("sessionId", resource, "from", until, reason)`;
}
