import { db } from '#app/db/client.server.ts';
import { matchRelais, type RelaisWishes } from '#app/people/relais-match.ts';
import type { DaysOff } from '#app/time/days-off.ts';
import { list, when as inWords } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { findClashes, type Wanted } from './clashes.server.ts';
import { daysOff } from './days-off.server.ts';
import { fateAsRead, stopped, withLacks, type RowFate, type RowImport } from './import-row.ts';
import type { ImportWorld } from './import-world.server.ts';
import { clash } from './occupation.ts';
import { planDates, type PlannedDates } from './programme-plan.ts';
import type { ProgrammeRow } from './programme-row.ts';
import { isPlace, matchSite, type KnownSite, type SiteMatch } from './programme-site.ts';
import type { SeriesDate } from './series.ts';

/** What the planning of rows one after the other remembers. */
export type PlanningMemory = {
  world: ImportWorld;
  wishes: RelaisWishes;
  publish: boolean;
  now: Date;
  /** What earlier rows hold of exclusive sites. */
  held: (Wanted & { title: string })[];
  daysOff: Map<string, DaysOff>;
};

/** What a row would become; writes nothing. */
export async function planRow(memory: PlanningMemory, row: ProgrammeRow): Promise<RowImport> {
  const { world, wishes, publish } = memory;
  const relais = matchRelais(row.relais, world.relais, wishes);
  const early = fateAsRead(row);
  if (early)
    return stopped(
      early === row.status ? row : { ...row, reason: 'nature inconnue : écrivez atelier, réunion, formation…' },
      relais,
      early,
    );
  const imported = world.imported.get(row.key) ?? null;
  if (imported && !(publish && imported.state === 'DRAFT' && row.status === 'complete'))
    return stopped(row, relais, 'known', imported);
  const relaisId = relais.is === 'known' ? relais.relais.id : null;
  const site = matchSite(row, relaisId, world.sites, world.communes);
  const all = planDates(row.when, {
    ...{ zone: world.zone, now: memory.now, knownYears: world.knownYears },
    daysOff: await daysOffOf(memory, relaisId, site),
  });
  const { free, clashes } = imported ? { free: all.dates, clashes: [] } : await freeDates(memory, row, site, all.dates);
  const planned = { ...all, dates: free };
  const settled = withLacks(row, lacksOf(row, site, all, clashes));
  const complete = settled.status === 'complete';
  const fate = fateOf(relais.is === 'unknown', imported !== null, complete, publish);
  return { row: settled, relais, site, planned, clashes, imported, fate, refusal: null };
}

function fateOf(isStranger: boolean, isKnown: boolean, complete: boolean, publish: boolean): RowFate {
  if (isKnown) return complete ? 'known-published' : 'known';
  if (isStranger) return 'no-relais';
  return complete && publish ? 'published' : 'draft';
}

function lacksOf(row: ProgrammeRow, site: SiteMatch, planned: PlannedDates, clashes: readonly string[]) {
  const lacks: [string, string][] = [];
  if (site.is === 'ambiguous') lacks.push(['lieu', 'quel lieu : plusieurs portent ce nom']);
  if (row.place !== '' && !isPlace(row.place)) lacks.push(['lieu', 'le lieu']);
  if (planned.unknownYears.length > 0) {
    lacks.push([
      'vacances',
      `les vacances scolaires ${list(planned.unknownYears)} : ce calendrier n’est pas encore connu`,
    ]);
  }
  if (clashes.length > 0) lacks.push(['conflit', 'que faire des dates où le lieu est déjà pris']);
  const told = row.missing.some(({ about }) => about === 'date');
  if (row.when.recurrence && row.when.start && row.when.end && planned.dates.length === 0 && !told) {
    lacks.push(['date', 'une date à venir']);
  }
  return lacks;
}

async function daysOffOf({ world, daysOff: known, now }: PlanningMemory, relaisId: string | null, site: SiteMatch) {
  const siteId = site.is === 'known' ? site.site.id : undefined;
  const key = `${relaisId ?? ''} ${siteId ?? ''}`;
  const since = localDate(now, world.zone);
  const closures = known.get(key)?.closures ?? (relaisId ? (await daysOff({ relaisId, siteId, since })).closures : []);
  const days: DaysOff = { territory: 'metropole', schoolHolidays: world.holidays, closures };
  known.set(key, days);
  return days;
}

/** The dates at which an exclusive site is free, and the others in words. */
async function freeDates(memory: PlanningMemory, row: ProgrammeRow, match: SiteMatch, dates: SeriesDate[]) {
  if (match.is !== 'known' || !match.site.exclusive || dates.length === 0) return { free: dates, clashes: [] };
  const { zone } = memory.world;
  const wanted = dates.map((date, index) => wantedAt(match.site, date, index));
  const found = await findClashes(db(), wanted, zone);
  const taken = new Map(found.map(({ index, clash: { when, by } }) => [index, `${when} (${by})`]));
  for (const one of wanted) {
    const earlier = memory.held.find((held) => clash(held, one));
    if (earlier && !taken.has(one.index)) {
      taken.set(one.index, `${inWords(one.startsAt, one.endsAt, zone)} (${earlier.title}, plus haut dans le fichier)`);
    }
  }
  const kept = wanted.filter(({ index }) => !taken.has(index));
  memory.held.push(...kept.map((one) => ({ ...one, title: row.title })));
  return { free: dates.filter((_, index) => !taken.has(index)), clashes: [...taken.values()] };
}

function wantedAt(site: KnownSite, { startsAt, endsAt }: SeriesDate, index: number): Wanted {
  return { resource: `site:${site.id}`, from: startsAt, until: endsAt, startsAt, endsAt, index };
}
