import type { Tx } from '#app/db/client.server.ts';
import { lockSessions } from '#app/db/locks.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Rekeying } from '#app/people/rekeying.ts';
import { LIVE_STATES } from './state.ts';

/** What a merge did to her places: `doubles` ended because both files had one in the same session. */
export type RekeyedPlaces = { moved: number; doubles: number };

type Double = { id: string; sessionId: string };

/**
 * Locks the sites with a ceiling and the sessions where either person has a living place, in the order kept everywhere.
 * To be called before persons are locked.
 */
export async function lockPlacesOf(tx: Tx, personIds: readonly string[]): Promise<void> {
  const ids = [...personIds];
  await tx.$executeRaw`
    SELECT 1 FROM "Site" st WHERE st."maxPersons" IS NOT NULL AND st.id IN (
      SELECT s."siteId" FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
       WHERE e."personId" = ANY(${ids}::uuid[])) ORDER BY st.id FOR NO KEY UPDATE`;
  const rows = await tx.enrollment.findMany({ where: { personId: { in: ids } }, select: { sessionId: true } });
  await lockSessions(tx, [...new Set(rows.map(({ sessionId }) => sessionId))]);
}

/**
 * Gives one person's places, groups, presences and calls to another, who is the same. In a session where both had a
 * living place, the better one stays (a place before an offer, a request, a wait; then the older) and the other ends,
 * without a mail: what it held is offered to those waiting. Places that now overlap are flagged.
 */
export async function rekeyEnrollments(
  tx: Tx,
  { from, to, actorId, collectiviteId }: Rekeying,
  now: Date,
): Promise<RekeyedPlaces> {
  const doubles = await tx.$queryRaw<Double[]>`
    SELECT id, "sessionId" FROM (
      SELECT e.id, e."sessionId", row_number() OVER (PARTITION BY e."sessionId" ORDER BY
               array_position(ARRAY['CONFIRMED', 'OFFERED', 'REQUESTED', 'WAITING'], e.state::text), e.arrival) AS place
        FROM "Enrollment" e WHERE e."personId" IN (${from}::uuid, ${to}::uuid) AND e.state::text = ANY(${[...LIVE_STATES]}::text[])) t
     WHERE place > 1`;
  const ended = { in: doubles.map(({ id }) => id) };
  const data = {
    state: 'CANCELLED' as const,
    endedAt: now,
    changedAt: now,
    offerExpiresAt: null,
    endReason: 'fiches réunies',
  };
  await tx.enrollment.updateMany({ where: { id: ended }, data });
  const { count } = await tx.enrollment.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.enrollment.updateMany({ where: { createdById: from }, data: { createdById: to } });
  await rekeyGroups(tx, from, to, now);
  await rekeyPresences(tx, from, to);
  await rekeyReminders(tx, from, to);
  await tx.toTell.updateMany({ where: { personId: from }, data: { personId: to } });
  await flagOverlaps(tx, to, now);
  const who = {
    collectiviteId,
    actorId,
    subject: 'enrollment' as const,
    what: 'ended:CANCELLED',
    detail: { merged: true },
  };
  await record(
    tx,
    now,
    doubles.map(({ id }) => ({ ...who, subjectId: id })),
  );
  await enqueueJob(
    tx,
    doubles.map(({ sessionId }) => {
      return { task: 'allocate-session', payload: { sessionId }, key: `allocate:${sessionId}` };
    }),
  );
  return { moved: count, doubles: doubles.length };
}

/** In a group where both are, the kept file's place stays. */
async function rekeyGroups(tx: Tx, from: string, to: string, now: Date): Promise<void> {
  const live = { state: { in: ['APPLIED' as const, 'WAITING' as const, 'MEMBER' as const] } };
  const hers = await tx.membership.findMany({ where: { personId: to, ...live }, select: { cohortId: true } });
  const both = { personId: from, ...live, cohortId: { in: hers.map(({ cohortId }) => cohortId) } };
  await tx.membership.updateMany({ where: both, data: { state: 'LEFT', endedAt: now } });
  await tx.membership.updateMany({ where: { personId: from }, data: { personId: to } });
}

async function rekeyReminders(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Reminder" ("collectiviteId", "personId", day, "daysBefore", at)
    SELECT "collectiviteId", ${to}::uuid, day, "daysBefore", at FROM "Reminder" WHERE "personId" = ${from}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.reminder.deleteMany({ where: { personId: from } });
}

async function rekeyPresences(tx: Tx, from: string, to: string): Promise<void> {
  const hers = await tx.presence.findMany({ where: { personId: to }, select: { sessionId: true } });
  await tx.presence.deleteMany({
    where: { personId: from, sessionId: { in: hers.map(({ sessionId }) => sessionId) } },
  });
  await tx.presence.updateMany({ where: { personId: from }, data: { personId: to } });
}

async function flagOverlaps(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Enrollment" e SET "overlapFlagged" = true FROM "Session" s
     WHERE e."personId" = ${personId}::uuid AND e.state = 'CONFIRMED' AND s.id = e."sessionId"
       AND s."startsAt" > ${now}::timestamptz AND EXISTS (
         SELECT 1 FROM "Enrollment" o JOIN "Session" t ON t.id = o."sessionId"
          WHERE o."personId" = e."personId" AND o.state = 'CONFIRMED' AND o.id <> e.id
            AND t."startsAt" < s."endsAt" AND t."endsAt" > s."startsAt")`;
}
