import { db, type Tx } from '#app/db/client.server.ts';
import type { DayPart } from '#app/time/closure-days.ts';
import type { DaysOff, Period } from '#app/time/days-off.ts';

type Row = {
  school: boolean;
  name: string;
  first: string;
  last: string;
  part: DayPart;
  yearly: boolean;
  absence: boolean;
};

/**
 * The days off of a relais from a day on: public holidays (computed), the school holidays of its collectivité's zone,
 * its own closures, those of the site when one is given, and the absences of the persons given. Why someone is away is
 * never read.
 */
export async function daysOff(
  of: { relaisId: string; siteId?: string; personIds?: readonly string[]; since: string },
  tx: Tx = db(),
): Promise<DaysOff> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT true AS school, h.name, h.first::text, h.last::text, 'WHOLE' AS part, false AS yearly, false AS absence
      FROM "SchoolHoliday" h JOIN "Collectivite" c ON c.zone = h.zone JOIN "Relais" r ON r."collectiviteId" = c.id
     WHERE r.id = ${of.relaisId}::uuid AND h.last >= ${of.since}::date
    UNION ALL
    SELECT false, coalesce(p."firstName" || ' ' || p."lastName", x.reason), x.first::text, x.last::text, x.part::text,
           x.yearly, p.id IS NOT NULL
      FROM "Closure" x LEFT JOIN "Person" p ON p.id = x."personId"
     WHERE (x."relaisId" = ${of.relaisId}::uuid OR x."siteId" = ${of.siteId ?? null}::uuid
            OR x."personId" = ANY(${[...(of.personIds ?? [])]}::uuid[]))
       AND (x.yearly OR x.last >= ${of.since}::date)
     ORDER BY 3, 2`;
  const periods = (wanted: boolean): Period[] =>
    rows
      .filter(({ school }) => school === wanted)
      .map(({ name, first, last, part, yearly, absence }) => ({ name, first, last, part, yearly, absence }));
  return { territory: 'metropole', schoolHolidays: periods(true), closures: periods(false) };
}

/** The closures of each relais of a collectivité from a day on, as days off for booking deadlines; by relais. */
export async function closuresByRelais(
  collectiviteId: string,
  since: string,
  tx: Tx = db(),
): Promise<(relaisId: string) => DaysOff> {
  const rows = await tx.closure.findMany({
    where: {
      collectiviteId,
      relaisId: { not: null },
      part: 'WHOLE',
      OR: [{ yearly: true }, { last: { gte: new Date(since) } }],
    },
    select: { relaisId: true, first: true, last: true, reason: true, yearly: true },
  });
  const isoDate = (date: Date) => date.toISOString().slice(0, 10);
  return (relaisId) => ({
    territory: 'metropole',
    schoolHolidays: [],
    closures: rows
      .filter((row) => row.relaisId === relaisId)
      .map(({ first, last, reason, yearly }) => ({ name: reason, first: isoDate(first), last: isoDate(last), yearly })),
  });
}
