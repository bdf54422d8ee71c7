import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { mayWithin } from '#app/people/permissions.ts';
import { ageRange, capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/wall-clock.ts';
import { storedRules } from './booking-rules.schema.server.ts';
import { rulesInForce, type ActivityKindName } from './booking-rules.ts';
import { explainRules } from './explain-rules.ts';
import { communesNamedBy, guestsOf } from './guests.server.ts';

/** A date of an activity, for its staff. */
export type TeamDate = {
  id: string;
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  when: string;
  theme: string | null;
  site: string;
  past: boolean;
  adults: number;
  children: number;
  waiting: number;
  maxAdults: number | null;
  maxChildren: number | null;
};

/** The page of an activity for the team. */
export type TeamActivity = {
  id: string;
  kind: ActivityKindName;
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  title: string;
  description: string;
  audience: string;
  bring: string;
  ages: string | null;
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  maxAdults: number | null;
  maxChildren: number | null;
  relais: { id: string; slug: string; name: string };
  rules: string[];
  guests: string[];
  dates: TeamDate[];
  /** May she change it, or only read? */
  plans: boolean;
  /** The group that follows it all along; null: none. */
  groupId: string | null;
};

/** An activity of a relais where she reads enrolments (an ANALYSE: where she plans); null: not there, or not hers. */
export async function teamActivity(
  actor: PersonActor,
  id: string,
  now: Date,
  tx: Tx = db(),
): Promise<TeamActivity | null> {
  const row = await tx.activity.findFirst({
    where: { id, collectiviteId: actor.collectiviteId },
    include: {
      relais: { select: { id: true, slug: true, name: true, bookingDefaults: true } },
      collectivite: { select: { timezone: true } },
      cohorts: { where: { endedAt: null }, orderBy: { createdAt: 'desc' }, take: 1, select: { id: true } },
    },
  });
  const plans = row !== null && mayWithin(actor, 'session.plan', row.relaisId);
  if (!row || (!plans && (row.kind === 'ANALYSE' || !mayWithin(actor, 'enrollment.list', row.relaisId)))) return null;
  const { kind, state, title, description, audience, bring, ageMinMonths, ageMaxMonths, maxAdults, maxChildren } = row;
  const { bookingDefaults, ...relais } = row.relais;
  const rules = rulesInForce(kind, storedRules(bookingDefaults), storedRules(row.bookingRules));
  const guests = await guestsOf(id, tx);
  const zone = row.collectivite.timezone;
  const [communes, window] = [await communesNamedBy(rules, tx), null];
  return {
    ...{ id, kind, state, title, description, audience, bring, ageMinMonths, ageMaxMonths, maxAdults, maxChildren },
    ...{ relais, plans, groupId: row.cohorts[0]?.id ?? null, guests: guests.map(({ name }) => name) },
    ages: ageMinMonths === null && ageMaxMonths === null ? null : ageRange(ageMinMonths, ageMaxMonths),
    rules: explainRules(rules, { zone, relais: relais.name, ageMinMonths, ageMaxMonths, window, communes, guests }),
    dates: await datesOf(id, zone, now, tx),
  };
}

const MOST = 300;

async function datesOf(activityId: string, zone: string, now: Date, tx: Tx): Promise<TeamDate[]> {
  const rows = await tx.$queryRaw<(Omit<TeamDate, 'when' | 'past'> & { startsAt: Date; endsAt: Date })[]>`
    SELECT s.id, s.state::text AS state, s."startsAt", s."endsAt", s.theme, st.name AS site, s."maxAdults",
           s."maxChildren", held.adults, held.children, held.waiting
      FROM "Session" s JOIN "Site" st ON st.id = s."siteId"
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE e.state <> 'WAITING')::int AS adults,
               count(*) FILTER (WHERE e.state = 'WAITING')::int AS waiting,
               (SELECT count(*) FROM "EnrolledChild" b JOIN "Enrollment" h ON h.id = b."enrollmentId"
                 WHERE h."sessionId" = s.id AND h.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED'))::int AS children
          FROM "Enrollment" e
         WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')) held ON true
     WHERE s."activityId" = ${activityId}::uuid ORDER BY s."startsAt", s.id LIMIT ${MOST}`;
  const reference = localDate(now, zone);
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    when: capital(when(startsAt, endsAt, zone, { reference })),
    past: endsAt <= now,
  }));
}
