import { db, type Tx } from '#app/db/client.server.ts';
import { occurrences, type DayPart } from '#app/time/closure-days.ts';
import { PART_WORDS } from '#app/time/closure-words.ts';
import { dayPlain } from '#app/time/french.ts';
import { addDays, localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { collectiviteShown } from './collectivite-shown.server.ts';
import { reglementsInForce } from './reglements.server.ts';

export type RelaisLine = { id: string; slug: string; name: string; communes: string[] };

export type RelaisPage = {
  id: string;
  slug: string;
  name: string;
  collectivite: string;
  description: string;
  address: string;
  phone: string | null;
  email: string | null;
  /** Served now; by agreement, and not of its own territory, when `byAgreement`. */
  communes: { name: string; byAgreement: boolean }[];
  contacts: { sector: string; name: string; phone: string | null; email: string | null }[];
  sites: { id: string; name: string; address: string; commune: string | null }[];
  /** To come or under way: "du 24 décembre au 2 janvier : congés". */
  closures: string[];
  /** What one accepts by coming: règlements and charters in force. */
  reglements: { id: string; title: string; body: string; since: string }[];
};

const CLOSURES_AHEAD_DAYS = 120;

/** Every relais of the collectivité shown, with the communes it serves on that day, in the order of their names. */
export async function relaisList(actor: Actor, now: Date, tx: Tx = db()): Promise<RelaisLine[]> {
  const collectivite = await collectiviteShown(actor, {}, tx);
  if (!collectivite) return [];
  const rows = await tx.relais.findMany({
    where: { collectiviteId: collectivite.id },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      slug: true,
      name: true,
      communes: {
        where: servedOn(localDate(now, collectivite.timezone)),
        select: { commune: { select: { name: true } } },
      },
    },
  });
  return rows.map(({ communes, ...relais }) => ({
    ...relais,
    communes: communes.map(({ commune }) => commune.name).sort(byFrench),
  }));
}

/** The public page of a relais; null: not there, or of another collectivité than the actor's. */
export async function relaisPage(actor: Actor, slug: string, now: Date, tx: Tx = db()): Promise<RelaisPage | null> {
  const collectivite = await collectiviteShown(actor, { relais: slug }, tx);
  if (!collectivite) return null;
  const today = localDate(now, collectivite.timezone);
  const row = await tx.relais.findUnique({ where: { slug }, select: pageFields(today) });
  if (!row) return null;
  const { communes, siteUses, closures, ...relais } = row;
  const inForce = await reglementsInForce(row.id, today, tx);
  const reglements = await tx.reglement.findMany({
    where: { id: { in: inForce.map(({ id }) => id) } },
    orderBy: [{ kind: 'asc' }, { title: 'asc' }],
    select: { id: true, title: true, body: true, effectiveFrom: true },
  });
  const sites = new Map(siteUses.map(({ site }) => [site.id, { ...site, commune: site.commune?.name ?? null }]));
  return {
    ...relais,
    collectivite: collectivite.name,
    communes: communes
      .map(({ commune, reason }) => ({ name: commune.name, byAgreement: reason === 'AGREEMENT' }))
      .sort((a, b) => byFrench(a.name, b.name)),
    sites: [...sites.values()].sort((a, b) => byFrench(a.name, b.name)),
    reglements: reglements.map(({ effectiveFrom, ...reglement }) => ({
      ...reglement,
      since: dayPlain(isoDate(effectiveFrom), { year: true }),
    })),
    closures: closuresInWords(closures, today),
  };
}

const pageFields = (today: string) => ({
  id: true,
  slug: true,
  name: true,
  description: true,
  address: true,
  phone: true,
  email: true,
  communes: { where: servedOn(today), select: { reason: true, commune: { select: { name: true } } } },
  contacts: { orderBy: { position: 'asc' as const }, select: { sector: true, name: true, phone: true, email: true } },
  siteUses: {
    where: { site: { kind: 'PLACE' as const }, OR: [{ until: null }, { until: { gte: new Date(today) } }] },
    select: { site: { select: { id: true, name: true, address: true, commune: { select: { name: true } } } } },
  },
  closures: {
    where: {
      OR: [{ yearly: true }, { last: { gte: new Date(today) } }],
      first: { lte: new Date(addDays(today, CLOSURES_AHEAD_DAYS)) },
    },
    orderBy: { first: 'asc' as const },
    select: { first: true, last: true, part: true, yearly: true, reason: true },
  },
});

function servedOn(today: string) {
  const date = new Date(today);
  return { from: { lte: date }, OR: [{ until: null }, { until: { gte: date } }] };
}

type ClosureRow = { first: Date; last: Date; part: DayPart; yearly: boolean; reason: string };

function closuresInWords(rows: readonly ClosureRow[], today: string): string[] {
  const window = { first: today, last: addDays(today, CLOSURES_AHEAD_DAYS) };
  const days = rows.flatMap(({ first, last, reason, part, yearly }) =>
    occurrences({ first: isoDate(first), last: isoDate(last), yearly }, window).map((range) => ({
      range,
      part,
      reason,
    })),
  );
  return days
    .toSorted((a, b) => (a.range.first < b.range.first ? -1 : 1))
    .map(({ range, part, reason }) => {
      const { first, last } = range;
      const day = first === last ? `le ${dayPlain(first)}` : `du ${dayPlain(first)} au ${dayPlain(last)}`;
      const words = part === 'WHOLE' ? day : `${day}, ${PART_WORDS[part]}`;
      return reason === '' ? words : `${words} : ${reason}`;
    });
}

const isoDate = (date: Date) => date.toISOString().slice(0, 10);
const byFrench = (a: string, b: string) => a.localeCompare(b, 'fr');
