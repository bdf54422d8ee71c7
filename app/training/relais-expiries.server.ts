import { Prisma } from '#app/db/generated/client.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { settingOn } from '#app/people/dated-settings.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { dayPlain } from '#app/time/french.ts';
import { addMonths, localDate } from '#app/time/local.ts';
import { EXPIRING } from './expiries-sql.server.ts';
import type { ExpiryFilters } from './expiry-filters.ts';
import { expiryDelay, expiryState, type ExpiryState } from './expiry.ts';

export type ExpiryLine = {
  id: string;
  personId: string;
  name: string;
  phone: string | null;
  email: string | null;
  relais: string;
  title: string;
  expiresOn: string;
  /** "14 mars 2027" */
  day: string;
  delay: string;
  state: ExpiryState;
};

export type RelaisExpiries = {
  lines: ExpiryLine[];
  more: boolean;
  relais: { slug: string; name: string }[];
  themes: string[];
};

const MOST = 500;
/** Months ahead unless the address says otherwise. */
const USUAL = 12;
const AS_LONG_AS_KNOWN = '1900-01-01';

/**
 * What expires, of the professionals of the relais where the actor reads needs, the soonest first; null: nowhere. What was
 * renewed since is left out. A constant number of queries.
 */
export async function relaisExpiries(
  actor: Actor,
  filters: ExpiryFilters,
  now: Date,
  tx: Tx = db(),
): Promise<RelaisExpiries | null> {
  const where = relaisWhere(actor, 'need.read');
  if (actor.kind !== 'person' || where.length === 0) return null;
  const { collectiviteId } = actor;
  const { timezone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: collectiviteId },
    select: { timezone: true },
  });
  const today = localDate(now, timezone);
  const own = await datedValues(collectiviteId, tx);
  const soon = settingOn('training.firstAlertMonths', today, own) ?? 0;
  const relais = await tx.relais.findMany({
    where: { collectiviteId, ...(where === 'all' ? {} : { id: { in: [...where] } }) },
    orderBy: { name: 'asc' },
    select: { id: true, slug: true, name: true },
  });
  const asked = relais.filter(({ slug }) => filters.relais === undefined || slug === filters.relais);
  const rows = await expiringIn(
    tx,
    asked.map(({ id }) => id),
    { today, ...spanOf(filters, today), theme: filters.theme },
  );
  const lines = rows.slice(0, MOST).map(({ expiresOn, ...row }) => {
    const day = expiresOn.toISOString().slice(0, 10);
    const state = expiryState(day, today, soon);
    return { ...row, expiresOn: day, day: dayPlain(day, { year: true }), delay: expiryDelay(day, today), state };
  });
  const themes = [...new Set(lines.map(({ title }) => title))].sort((one, other) => one.localeCompare(other, 'fr'));
  return { lines, more: rows.length > MOST, relais: relais.map(({ slug, name }) => ({ slug, name })), themes };
}

function spanOf({ within = USUAL }: ExpiryFilters, today: string): { from: string; until: string } {
  return { from: AS_LONG_AS_KNOWN, until: within === 0 ? today : addMonths(today, within) };
}

export type ExpiringPerson = Omit<ExpiryLine, 'expiresOn' | 'day' | 'delay' | 'state'> & { expiresOn: Date };

/** What expires between two days, of those whose relais on `today` is one of these. One query. */
export function expiringIn(
  tx: Tx,
  relaisIds: readonly string[],
  { today, from, until, theme }: { today: string; from: string; until: string; theme?: string | undefined },
): Promise<ExpiringPerson[]> {
  const named = theme === undefined ? Prisma.sql`true` : Prisma.sql`lower(e.title) = lower(${theme})`;
  return tx.$queryRaw<ExpiringPerson[]>(Prisma.sql`
    SELECT e.id, e."personId", p."firstName" || ' ' || p."lastName" AS name, p.phone, p.email, r.name AS relais, e.title,
           e."expiresOn"
      FROM ${EXPIRING} e JOIN "Person" p ON p.id = e."personId"
      JOIN "Professional" f ON f."personId" = p.id
      JOIN LATERAL (SELECT m."relaisId" FROM "RelaisMembership" m WHERE m."professionalId" = f.id
                       AND m."from" <= ${today}::date AND (m.until IS NULL OR m.until >= ${today}::date)
                     ORDER BY m.home DESC, m.id LIMIT 1) home ON true
      JOIN "Relais" r ON r.id = home."relaisId"
     WHERE r.id = ANY(${[...relaisIds]}::uuid[]) AND e."expiresOn" >= ${from}::date AND e."expiresOn" <= ${until}::date
       AND ${named}
     ORDER BY e."expiresOn", p."lastName", p."firstName", e.id LIMIT ${MOST + 1}`);
}
