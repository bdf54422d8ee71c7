import type { DbOrTx } from '#app/db/client.server.ts';
import { dayLong } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';

/** A session that is over and where she had a place or came. */
export type PastPlace = { sessionId: string; title: string; day: string; relais: string; words: string };

export type PastPlaces = { shown: PastPlace[]; presences: number };

const SHOWN = 12;

type Row = {
  sessionId: string;
  title: string;
  relais: string;
  startsAt: Date;
  timezone: string;
  came: boolean;
  state: string | null;
  late: boolean;
  presences: number;
};

/** The latest dozen sessions she had a place in or came to, and how many times she came in all; one query. */
export async function pastPlaces(db: DbOrTx, personId: string, now: Date): Promise<PastPlaces> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id AS "sessionId", coalesce(s.theme, a.title) AS title, r.name AS relais, s."startsAt", c.timezone,
           p."sessionId" IS NOT NULL AS came, e.state::text AS state, coalesce(e.late, false) AS late,
           (SELECT count(*)::int FROM "Presence" q JOIN "Session" t ON t.id = q."sessionId"
              JOIN "Activity" b ON b.id = t."activityId"
             WHERE q."personId" = ${personId}::uuid AND b.kind <> 'ANALYSE') AS presences
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" AND a.kind <> 'ANALYSE'
      JOIN "Relais" r ON r.id = s."relaisId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
      LEFT JOIN "Presence" p ON p."sessionId" = s.id AND p."personId" = ${personId}::uuid
      LEFT JOIN LATERAL (SELECT e.state, e.late FROM "Enrollment" e
         WHERE e."sessionId" = s.id AND e."personId" = ${personId}::uuid AND e.state IN ('CONFIRMED', 'WITHDRAWN')
         ORDER BY e.state = 'CONFIRMED' DESC, e.arrival DESC LIMIT 1) e ON true
     WHERE s."startsAt" <= ${now}::timestamptz AND s.state = 'PUBLISHED'
       AND s.id IN (SELECT "sessionId" FROM "Enrollment" WHERE "personId" = ${personId}::uuid
                    UNION SELECT "sessionId" FROM "Presence" WHERE "personId" = ${personId}::uuid)
       AND (p."sessionId" IS NOT NULL OR e.state IS NOT NULL)
     ORDER BY s."startsAt" DESC, s.id LIMIT ${SHOWN}::int`;
  const shown = rows.map(({ sessionId, title, relais, startsAt, timezone, ...how }) => {
    const today = localDate(now, timezone);
    const day = dayLong(localDate(startsAt, timezone), { reference: today });
    return { sessionId, title, relais, day, words: wordsOf(how) };
  });
  return { shown, presences: rows[0]?.presences ?? 0 };
}

function wordsOf({ came, state, late }: Pick<Row, 'came' | 'state' | 'late'>): string {
  if (came) return 'présente';
  if (state === 'WITHDRAWN') return late ? 'désistée tardivement' : 'désistée';
  return 'inscrite, présence non notée';
}
