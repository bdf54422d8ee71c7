import type { DbOrTx } from '#app/db/client.server.ts';
import { addDays, fromLocal, localDate, weekday } from '#app/time/local.ts';

export type Followed = { kind: string | null; relaisId: string | null; siteId: string | null };

/** Who asked for the digest and has not had this week's; `since`: what was published before stood in the last. */
export type DigestReader = {
  collectiviteId: string;
  personId: string;
  email: string;
  zone: string;
  since: Date;
  follows: Followed[];
};

const HOUR = '07:00';

/** Monday, 7 h local, on or before this instant. */
export function digestMoment(now: Date, zone: string): Date {
  const today = localDate(now, zone);
  const monday = addDays(today, 1 - weekday(today));
  const moment = fromLocal({ date: monday, time: HOUR }, zone);
  return moment <= now ? moment : fromLocal({ date: addDays(monday, -7), time: HOUR }, zone);
}

/** Those whose digest of the week is to be made; one query. */
export async function digestReaders(db: DbOrTx, now: Date): Promise<DigestReader[]> {
  const rows = await db.$queryRaw<DigestReader[]>`
    SELECT p."collectiviteId", p.id AS "personId", p.email, c.timezone AS zone,
           coalesce(h."digestAt", m.at) AS since,
           (SELECT coalesce(json_agg(json_build_object('kind', f.kind, 'relaisId', f."relaisId", 'siteId', f."siteId")), '[]')
              FROM "Follow" f WHERE f."personId" = p.id) AS follows
      FROM "MessagePreference" m JOIN "Person" p ON p.id = m."personId" AND p."erasedAt" IS NULL
      JOIN "Collectivite" c ON c.id = p."collectiviteId"
      LEFT JOIN "MessageHabits" h ON h."personId" = p.id
     WHERE m.kind = 'DIGEST' AND m.channel = 'MAIL' AND m.wanted AND p.email IS NOT NULL
     ORDER BY p.id`;
  return rows.filter(({ since, zone }) => since < digestMoment(now, zone));
}
