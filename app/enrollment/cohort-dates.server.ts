import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { capital, plural, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { CohortAccess } from './cohort-access.server.ts';
import { discreetTotal } from './discretion.ts';

/** A date a group comes to. */
export type CohortDate = {
  sessionId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  past: boolean;
  /** "Brouillon", "Annulée"; null: published. */
  state: string | null;
  /** "8 inscrites, 1 en attente"; null: too few to be told (rule 8). */
  enrolled: string | null;
};

type Row = {
  id: string;
  kind: ActivityKindName;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  confirmed: number;
  waiting: number;
};

/** The dates of a group, the coming ones first in order, then the past ones; one query. */
export async function cohortDates(
  db: DbOrTx,
  { id, zone, named, analyse }: CohortAccess,
  now: Date,
): Promise<CohortDate[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, a.kind::text AS kind, coalesce(s.theme, a.title) AS title, s."startsAt", s."endsAt", st.name AS place,
           s.state::text AS state, count(e.id) FILTER (WHERE e.state = 'CONFIRMED')::int AS confirmed,
           count(e.id) FILTER (WHERE e.state IN ('WAITING', 'REQUESTED', 'OFFERED'))::int AS waiting
      FROM "CohortSession" k JOIN "Session" s ON s.id = k."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Site" st ON st.id = s."siteId"
      LEFT JOIN "Membership" m ON m."cohortId" = k."cohortId"
      LEFT JOIN "Enrollment" e ON e."sessionId" = s.id AND e."membershipId" = m.id
     WHERE k."cohortId" = ${id}::uuid AND NOT k.excluded
     GROUP BY s.id, a.kind, a.title, st.name
     ORDER BY s."endsAt" <= ${now}::timestamptz, s."startsAt", s.id LIMIT 200`;
  const reference = localDate(now, zone);
  return rows.map(({ id: sessionId, kind, title, place, startsAt, endsAt, state, confirmed, waiting }) => ({
    ...{ sessionId, kind, title, place },
    when: capital(when(startsAt, endsAt, zone, { reference })),
    past: endsAt <= now,
    state: state === 'PUBLISHED' ? null : state === 'DRAFT' ? 'Brouillon' : 'Annulée',
    enrolled:
      state === 'DRAFT' || (analyse && !named && discreetTotal(confirmed) === null)
        ? null
        : placesInWords(confirmed, named ? waiting : 0),
  }));
}

function placesInWords(confirmed: number, waiting: number): string {
  const enrolled = plural(confirmed, 'inscrite', 'inscrites');
  return waiting === 0 ? enrolled : `${enrolled}, ${waiting} en attente ou à confirmer`;
}
