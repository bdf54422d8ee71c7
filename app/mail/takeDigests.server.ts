import type { Tx } from '#app/db/client.server.ts';
import { DEFAULT_QUIET } from '#app/mail/quiet-hours.ts';
import { DEFAULT_REMINDERS } from '#app/mail/reminder-moments.ts';

/**
 * Notes that the digest due since this instant is being made for these persons, in the caller's transaction; gives
 * those for whom nobody had yet.
 */
export async function takeDigests(tx: Tx, personIds: readonly string[], due: Date, now: Date): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    INSERT INTO "MessageHabits" AS h ("personId", "collectiviteId", "remindDays", "quietFrom", "quietUntil", "digestAt", at)
    SELECT p.id, p."collectiviteId", ${[...DEFAULT_REMINDERS]}::int[], ${DEFAULT_QUIET.from}::int, ${DEFAULT_QUIET.until}::int,
           ${now}::timestamptz, ${now}::timestamptz
      FROM "Person" p WHERE p.id = ANY(${[...personIds]}::uuid[]) ORDER BY p.id
    ON CONFLICT ("personId") DO UPDATE SET "digestAt" = ${now}::timestamptz
      WHERE h."digestAt" IS NULL OR h."digestAt" < ${due}::timestamptz
    RETURNING h."personId"`;
  return new Set(rows.map(({ personId }) => personId));
}
