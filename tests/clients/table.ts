import type pg from 'pg';

/** A row of the application's own table: what a public calendar must tell. */
export type Line = {
  readonly uid: string;
  readonly start: number;
  /** `YYYY-MM-DDTHH:MM` on the wall */
  readonly wall: string;
  readonly summary: string;
  readonly status: string;
};

/** What the public feed of a relais, or of all, must list now: made from the sessions, not from what was rendered. */
export async function tableOf(pool: pg.Pool, relaisId: string | null): Promise<Line[]> {
  const { rows } = await pool.query<Line>(
    `SELECT 'seance-' || s.id || '@agenda.ribambelle.example' AS uid,
            (extract(epoch FROM s."startsAt") * 1000)::float8 AS start,
            to_char(s."startsAt" AT TIME ZONE c.timezone, 'YYYY-MM-DD"T"HH24:MI') AS wall,
            CASE WHEN s.state = 'CANCELLED' THEN 'ANNULÉ : ' ELSE '' END
              || regexp_replace(trim(coalesce(nullif(s.theme, ''), a.title) || ' – ' || st.name), '\\s+', ' ', 'g') AS summary,
            CASE WHEN s.state = 'CANCELLED' THEN 'CANCELLED' ELSE 'CONFIRMED' END AS status
       FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Site" st ON st.id = s."siteId"
       JOIN "Collectivite" c ON c.id = s."collectiviteId"
      WHERE s.state <> 'DRAFT' AND a.kind <> 'ANALYSE' AND ($1::uuid IS NULL OR s."relaisId" = $1)
        AND s."startsAt" >= (date_trunc('day', now() AT TIME ZONE c.timezone) - interval '60 days') AT TIME ZONE c.timezone
        AND s."startsAt" < (date_trunc('day', now() AT TIME ZONE c.timezone) + interval '12 months 1 day') AT TIME ZONE c.timezone
      ORDER BY s."startsAt", s.id`,
    [relaisId],
  );
  return rows;
}

/** What differs between the table and what a program lists, one sentence a difference. */
export function differences(table: readonly string[], listed: readonly string[]): string[] {
  const [wanted, found] = [counted(table), counted(listed)];
  const missing = [...wanted].filter(([line, times]) => (found.get(line) ?? 0) < times);
  const strange = [...found].filter(([line, times]) => (wanted.get(line) ?? 0) < times);
  return [...missing.map(([line]) => `manque : ${line}`), ...strange.map(([line]) => `en trop : ${line}`)];
}

function counted(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
