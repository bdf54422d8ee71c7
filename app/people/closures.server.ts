import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import { occurrences, type DayPart } from '#app/time/closure-days.ts';
import { closedDaysInWords } from '#app/time/closure-words.ts';
import { capital } from '#app/time/french.ts';
import { addDays } from '#app/time/iso-date.ts';
import { localDate } from '#app/time/local.ts';
import type { PersonActor } from './actor.ts';
import { closedDaysOf } from './closure.ts';
import { maySomewhere, mayWithin, relaisWhere } from './permissions.ts';

/** A closure as the team sees it; why someone is away is told only where she is planned for. */
export type ClosureShown = {
  id: string;
  kind: 'relais' | 'site' | 'person';
  /** Of what or of whom. */
  name: string;
  /** "Du 24 au 31 décembre, chaque année" */
  days: string;
  reason: string;
  yearly: boolean;
  /** Over for good. */
  past: boolean;
  /** The actor may change it. */
  hers: boolean;
  /** The form's values. */
  form: { first: string; last: string; part: DayPart };
};

export type ClosureFilters = { relaisId?: string; siteId?: string; personId?: string; past?: boolean };

const MOST = 200;

const columns = {
  id: true,
  first: true,
  last: true,
  part: true,
  yearly: true,
  reason: true,
  relaisId: true,
  siteId: true,
  personId: true,
  relais: { select: { name: true } },
  site: { select: { name: true, uses: { select: { relaisId: true } } } },
  person: {
    select: {
      firstName: true,
      lastName: true,
      intervenant: { select: { id: true } },
      roles: { select: { relaisId: true } },
    },
  },
} satisfies Prisma.ClosureSelect;

type Row = Prisma.ClosureGetPayload<{ select: typeof columns }>;

/** The closures that concern the actor's relais, by their next day; past ones last first. At most two hundred; two statements. */
export async function closures(
  actor: PersonActor,
  filters: ClosureFilters,
  now: Date,
  tx: Tx = db(),
): Promise<ClosureShown[]> {
  if (!maySomewhere(actor, 'closure.read')) return [];
  const today = await todayOf(tx, actor, now);
  const isOver = { yearly: false, last: { lt: new Date(today) } };
  const { relaisId, siteId, personId, past = false } = filters;
  const wanted = { ...(relaisId && { relaisId }), ...(siteId && { siteId }), ...(personId && { personId }) };
  const rows = await tx.closure.findMany({
    where: { AND: [concerning(actor), wanted, past ? isOver : { NOT: isOver }] },
    orderBy: [{ first: past ? 'desc' : 'asc' }, { id: 'asc' }],
    take: MOST,
    select: columns,
  });
  const next = (row: Row) => nextDay(row, today);
  const sorted = past ? rows : rows.toSorted((a, b) => (next(a) < next(b) ? -1 : 1));
  return sorted.map((row) => shown(actor, row, today));
}

/** One of them; null: it is not there, or does not concern her. */
export async function closureShown(
  actor: PersonActor,
  closureId: string,
  now: Date,
  tx: Tx = db(),
): Promise<ClosureShown | null> {
  const today = await todayOf(tx, actor, now);
  const where = { AND: [{ id: closureId }, concerning(actor)] };
  const row = await tx.closure.findFirst({ where, select: columns });
  return row && maySomewhere(actor, 'closure.read') ? shown(actor, row, today) : null;
}

/** Of her relais, of the sites and people they share, of intervenants, and hers. */
function concerning(actor: PersonActor): Prisma.ClosureWhereInput {
  const where = relaisWhere(actor, 'closure.read');
  const { collectiviteId, personId } = actor;
  if (where === 'all') return { collectiviteId };
  const inHers = { relaisId: { in: [...where] } };
  return {
    collectiviteId,
    OR: [
      inHers,
      { site: { OR: [{ uses: { some: inHers } }, { uses: { none: {} } }] } },
      { person: { OR: [{ roles: { some: inHers } }, { intervenant: { isNot: null } }] } },
      { personId },
    ],
  };
}

async function todayOf(tx: Tx, { collectiviteId }: PersonActor, now: Date): Promise<string> {
  const { timezone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: collectiviteId },
    select: { timezone: true },
  });
  return localDate(now, timezone);
}

/** The first day still to come; the last one for what is over. */
function nextDay(row: Row, today: string): string {
  const [next] = occurrences(closedDaysOf(row), { first: today, last: addDays(today, 800) });
  return next?.first ?? closedDaysOf(row).last;
}

function shown(actor: PersonActor, row: Row, today: string): ClosureShown {
  const days = closedDaysOf(row);
  return {
    id: row.id,
    ...namedOf(row),
    days: capital(closedDaysInWords(days, { reference: today })),
    reason: row.reason,
    yearly: row.yearly,
    past: !row.yearly && days.last < today,
    hers: isHers(actor, row),
    form: { first: days.first, last: days.last, part: days.part },
  };
}

function namedOf({ relais, site, person }: Row): Pick<ClosureShown, 'kind' | 'name'> {
  if (relais) return { kind: 'relais', name: relais.name };
  if (site) return { kind: 'site', name: site.name };
  return { kind: 'person', name: person ? `${person.firstName} ${person.lastName}` : '' };
}

/** The same rule as `closureTarget`, on a row already read. */
function isHers(actor: PersonActor, { relaisId, site, person, personId }: Row): boolean {
  const where = relaisWhere(actor, 'closure.write');
  const some = maySomewhere(actor, 'closure.write');
  const inHers = (rows: readonly { relaisId: string | null }[]) =>
    rows.some((row) => where === 'all' || (row.relaisId !== null && where.includes(row.relaisId)));
  if (relaisId !== null) return mayWithin(actor, 'closure.write', relaisId);
  if (site) return some && (site.uses.length === 0 || inHers(site.uses));
  return (
    personId === actor.personId || (person !== null && (inHers(person.roles) || (person.intervenant !== null && some)))
  );
}
