import type { DbOrTx } from '#app/db/client.server.ts';
import { dayPlain, dayLong, number, plural } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { CohortAccess } from './cohort-access.server.ts';
import { memberHours } from './cohort-hours.server.ts';
import type { MembershipStateName } from './membership-state.ts';
import { notEnrolledInWords } from './not-enrolled.ts';
import { countUsual, storedChildren } from './usual-children.ts';

/** Someone of a group, for who reads its names. */
export type CohortMember = {
  id: string;
  name: string;
  state: MembershipStateName;
  /** "Amiens" */
  commune: string | null;
  phone: string | null;
  /** "depuis le 1er décembre 2026", "jusqu’au 8 janvier 2027" */
  since: string;
  /** "avec 2 enfants"; null: alone. */
  children: string | null;
  /** "4 h en 2026 (2 dates)"; null: a standing group. */
  hours: string | null;
  /** Dates at which she could not be enrolled, and why. */
  troubles: string[];
};

/** Those who are in a group, wait or apply, in order of arrival. Three queries whatever their number. */
export async function cohortMembers(
  db: DbOrTx,
  { id: cohortId, zone, activity }: CohortAccess,
  now: Date,
): Promise<CohortMember[]> {
  const year = Number(localDate(now, zone).slice(0, 4));
  const rows = await db.membership.findMany({
    where: { cohortId, state: { in: ['APPLIED', 'WAITING', 'MEMBER'] } },
    orderBy: [{ arrival: 'asc' }, { id: 'asc' }],
    include: {
      person: {
        select: {
          ...{ firstName: true, lastName: true, phone: true },
          professional: { select: { commune: { select: { name: true } } } },
        },
      },
    },
  });
  const hours = new Map((await memberHours(db, cohortId, year)).map((one) => [one.personId, one]));
  const troubles = await troublesOf(db, cohortId, zone, now);
  return rows.map(({ id, personId, state, from, until, children, person }) => ({
    ...{ id, state, phone: person.phone },
    name: `${person.firstName} ${person.lastName}`,
    commune: person.professional?.commune?.name ?? null,
    since: sinceInWords(from, until),
    children: childrenInWords(countUsual(storedChildren(children))),
    hours: activity && hoursInWords(hours.get(personId), year),
    troubles: troubles.filter((one) => one.membershipId === id).map(({ words }) => words),
  }));
}

const iso = (date: Date) => date.toISOString().slice(0, 10);

function sinceInWords(from: Date, until: Date | null): string {
  return until
    ? `jusqu’au ${dayPlain(iso(until), { year: true })}`
    : `depuis le ${dayPlain(iso(from), { year: true })}`;
}

const childrenInWords = (count: number) => (count === 0 ? null : `avec ${plural(count, 'enfant', 'enfants')}`);

function hoursInWords(hours: { dates: number; minutes: number } | undefined, year: number): string {
  if (!hours) return `0 h en ${year}`;
  return `${number(hours.minutes / 60)} h en ${year} (${plural(hours.dates, 'date', 'dates')})`;
}

/** Refusals met at dates to come where she is still not enrolled. */
async function troublesOf(db: DbOrTx, cohortId: string, zone: string, now: Date) {
  const rows = await db.$queryRaw<{ membershipId: string; what: string; date: string }[]>`
    SELECT DISTINCT ON (m.id, s.id) m.id AS "membershipId", h.what, s."startsAt",
           to_char(s."startsAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS date
      FROM "Membership" m
      JOIN "History" h ON h.subject = 'membership' AND h."subjectId" = m.id AND h.what LIKE 'notEnrolled:%'
      JOIN "Session" s ON s.id = (h.detail->>'sessionId')::uuid AND s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz
      JOIN "CohortSession" k ON k."cohortId" = m."cohortId" AND k."sessionId" = s.id AND NOT k.excluded
     WHERE m."cohortId" = ${cohortId}::uuid AND m.state = 'MEMBER'
       AND NOT EXISTS (SELECT FROM "Enrollment" e WHERE e."sessionId" = s.id AND e."personId" = m."personId"
                          AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'))
     ORDER BY m.id, s.id, h.at DESC`;
  return rows
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ membershipId, what, date }) => ({
      membershipId,
      words: `Pas inscrite le ${dayLong(date)} : ${notEnrolledInWords(what)}.`,
    }));
}
