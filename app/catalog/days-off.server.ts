import { db, type Tx } from '#app/db/client.server.ts';
import type { DaysOff } from '#app/time/days-off.ts';

/**
 * The days off of a relais from a day on: public holidays (computed), the school holidays of its collectivité's zone,
 * its own closures and those of the site when one is given.
 */
export async function daysOff(
  of: { relaisId: string; siteId?: string; since: string },
  tx: Tx = db(),
): Promise<DaysOff> {
  const rows = await tx.$queryRaw<{ school: boolean; name: string; first: string; last: string }[]>`
    SELECT true AS school, h.name, h.first::text, h.last::text
      FROM "SchoolHoliday" h JOIN "Collectivite" c ON c.zone = h.zone JOIN "Relais" r ON r."collectiviteId" = c.id
     WHERE r.id = ${of.relaisId}::uuid AND h.last >= ${of.since}::date
    UNION ALL
    SELECT false, x.reason, x.first::text, x.last::text
      FROM "Closure" x
     WHERE (x."relaisId" = ${of.relaisId}::uuid OR x."siteId" = ${of.siteId ?? null}::uuid) AND x.last >= ${of.since}::date
     ORDER BY 3`;
  const periods = (school: boolean) =>
    rows.filter((row) => row.school === school).map(({ name, first, last }) => ({ name, first, last }));
  return { territory: 'metropole', schoolHolidays: periods(true), closures: periods(false) };
}

/** The closures of each relais of a collectivité from a day on, as days off for booking deadlines; by relais. */
export async function closuresByRelais(
  collectiviteId: string,
  since: string,
  tx: Tx = db(),
): Promise<(relaisId: string) => DaysOff> {
  const rows = await tx.closure.findMany({
    where: { collectiviteId, relaisId: { not: null }, last: { gte: new Date(since) } },
    select: { relaisId: true, first: true, last: true, reason: true },
  });
  const isoDate = (date: Date) => date.toISOString().slice(0, 10);
  return (relaisId) => ({
    territory: 'metropole',
    schoolHolidays: [],
    closures: rows
      .filter((row) => row.relaisId === relaisId)
      .map(({ first, last, reason }) => ({ name: reason, first: isoDate(first), last: isoDate(last) })),
  });
}
