import { openDatabase } from '#app/db/open.mjs';
import pg from 'pg';

/** Reads what no page tells, in the database of the application under test. Tests write nothing there, but `passTime`. */
export async function rows(sql: string, values: readonly unknown[] = []): Promise<Record<string, string>[]> {
  const { url, close } = await openDatabase({ env: { DATA_DIR: process.env.E2E_DATA_DIR ?? '' }, reuse: true });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql, [...values])).rows;
  } finally {
    await client.end();
    await close();
  }
}

/** The application's clock ticks on from one instant and cannot leap: the dates of an activity come earlier instead. */
export async function passTime(activityId: string, days: number): Promise<void> {
  const earlier = [activityId, `${days} days`];
  const theirs = `SELECT id FROM "Session" WHERE "activityId" = $1::uuid`;
  await rows(
    `UPDATE "Occupation" SET overridden = true, "overrideReason" = coalesce("overrideReason", 'essai'), during =
            tstzrange(lower(during) - $2::interval, upper(during) - $2::interval) WHERE "sessionId" IN (${theirs})`,
    earlier,
  );
  await rows(
    `UPDATE "Session" SET "startsAt" = "startsAt" - $2::interval, "endsAt" = "endsAt" - $2::interval
      WHERE "activityId" = $1::uuid`,
    earlier,
  );
}

export type Queue = { readonly sessionId: string; readonly holder: string; readonly first: string };

/** The accounts of one who holds a place, and of the first in the queue, who wishes to be asked. */
export async function queues(): Promise<Queue[]> {
  const found = await rows(`
    SELECT w."sessionId", w.email AS first, h.email AS holder
      FROM (SELECT DISTINCT ON (e."sessionId") e."sessionId", e.wish, p.email
              FROM "Enrollment" e JOIN "Person" p ON p.id = e."personId"
             WHERE e.state = 'WAITING' ORDER BY e."sessionId", e.arrival) w
      JOIN "Session" s ON s.id = w."sessionId" AND s.state = 'PUBLISHED' AND s."startsAt" > '2026-11-25'
      CROSS JOIN LATERAL (SELECT p.email FROM "Enrollment" e JOIN "Person" p ON p.id = e."personId"
             WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED' AND p.email IS NOT NULL ORDER BY e.arrival LIMIT 1) h
     WHERE w.wish = 'ASK' AND w.email IS NOT NULL
     ORDER BY s."startsAt", s.id`);
  return found.map(({ sessionId = '', holder = '', first = '' }) => ({ sessionId, holder, first }));
}

/** `nadia.morel@demo…` → `nadia.morel` */
export const accountOf = (email: string): string => email.replace(/@.*$/, '');
