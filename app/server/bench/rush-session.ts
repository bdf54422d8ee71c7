import type pg from 'pg';

export const PLACES = 12;

/** Everyone may book at once, nothing else binds: the rush is about places alone. */
const OPEN_RULES = JSON.stringify({
  mode: 'DIRECT',
  opening: { type: 'always' },
  closing: { type: 'none' },
  quotas: [],
  who: { kinds: ['ASSISTANTE_MATERNELLE'], from: 'ALL', othersFrom: null },
  children: { welcome: 'OPTIONAL', perAdult: null },
  conditions: [],
  reglement: 'NOT_ASKED',
  priority: { by: 'ARRIVAL' },
});

/** A new published atelier of the demo, of its own activity, on a night so many days away; its id. */
export async function addRushSession(pool: pg.Pool, days: number): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH model AS (
       SELECT s AS session, a AS activity, gen_random_uuid() AS "activityId"
         FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Site" st ON st.id = s."siteId"
        WHERE a.kind = 'ATELIER' AND a.state = 'PUBLISHED' AND s.state = 'PUBLISHED' AND st."maxPersons" IS NULL LIMIT 1),
     made AS (
       INSERT INTO "Activity" SELECT (jsonb_populate_record(activity,
         jsonb_build_object('id', "activityId", 'bookingRules', $2::jsonb))).* FROM model)
     INSERT INTO "Session" SELECT (jsonb_populate_record(session, jsonb_build_object(
         'id', gen_random_uuid(), 'activityId', "activityId", 'maxAdults', $3::int, 'maxChildren', NULL, 'nextArrival', 1,
         'ageMinMonths', NULL, 'ageMaxMonths', NULL, 'startsAt', date_trunc('day', now()) + $1 * interval '1 day',
         'endsAt', date_trunc('day', now()) + $1 * interval '1 day' + interval '1 hour'))).* FROM model
     RETURNING id`,
    [days, OPEN_RULES, PLACES],
  );
  const [row] = rows;
  if (!row) throw new Error('the demo has no atelier to copy');
  return row.id;
}
