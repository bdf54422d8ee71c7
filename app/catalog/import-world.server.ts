import { readFileSync } from 'node:fs';
import { db, type Tx } from '#app/db/client.server.ts';
import type { KnownRelais } from '#app/people/relais-match.ts';
import type { Period } from '#app/time/days-off.ts';
import { schoolYearOf } from '#app/time/iso-date.ts';
import { periodsOf, readSchoolHolidays, type SchoolZone } from '#app/time/school-holidays.ts';
import type { Imported } from './import-row.ts';
import type { KnownCommune, KnownSite } from './programme-site.ts';

/** What a programme is compared with: one collectivité, as it is. */
export type ImportWorld = {
  collectiviteId: string;
  name: string;
  schoolZone: SchoolZone;
  zone: string;
  relais: KnownRelais[];
  sites: KnownSite[];
  communes: KnownCommune[];
  /** By import key. */
  imported: Map<string, Imported>;
  holidays: Period[];
  /** School years whose holidays are known. */
  knownYears: ReadonlySet<string>;
  /** Of them, those that come from the calendar shipped with the application, for want of the official one. */
  shippedYears: string[];
};

/** Null: no such collectivité. */
export async function importWorld(collectiviteId: string, tx: Tx = db()): Promise<ImportWorld | null> {
  const collectivite = await tx.collectivite.findUnique({
    where: { id: collectiviteId },
    select: { name: true, zone: true, timezone: true },
  });
  if (!collectivite) return null;
  const { name, zone: schoolZone, timezone: zone } = collectivite;
  const where = { collectiviteId };
  const relais = await tx.relais.findMany({ where, select: { id: true, slug: true, name: true } });
  const communes = await tx.commune.findMany({ where, select: { id: true, name: true } });
  const sites = await sitesOf(tx, collectiviteId);
  const imported = await importedOf(tx, collectiviteId);
  const calendar = await calendarOf(tx, schoolZone);
  return { collectiviteId, name, schoolZone, zone, relais, sites, communes, imported, ...calendar };
}

async function sitesOf(tx: Tx, collectiviteId: string): Promise<KnownSite[]> {
  const sites = await tx.site.findMany({
    where: { collectiviteId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      name: true,
      kind: true,
      exclusive: true,
      communeId: true,
      uses: { select: { relaisId: true } },
    },
  });
  return sites.map(({ uses, ...site }) => ({ ...site, relaisIds: uses.map(({ relaisId }) => relaisId) }));
}

async function importedOf(tx: Tx, collectiviteId: string): Promise<Map<string, Imported>> {
  const rows = await tx.activity.findMany({
    where: { collectiviteId, importKey: { not: null } },
    select: { id: true, importKey: true, state: true, relais: { select: { name: true } } },
  });
  return new Map(rows.map(({ id, importKey, state, relais }) => [importKey ?? '', { id, state, relais: relais.name }]));
}

/** The holidays kept in the database; for years it does not speak of, those shipped with the application. */
async function calendarOf(tx: Tx, zone: SchoolZone) {
  const rows = await tx.schoolHoliday.findMany({
    where: { zone },
    select: { year: true, name: true, first: true, last: true },
  });
  const kept = rows.map(({ name, first, last }) => ({ name, first: isoDate(first), last: isoDate(last) }));
  const keptYears = new Set(rows.map(({ first }) => schoolYearOf(isoDate(first)).name));
  const json: unknown = JSON.parse(readFileSync(new URL('./school-holidays.json', import.meta.url), 'utf8'));
  const shipped = periodsOf(readSchoolHolidays(json), zone).filter(
    ({ first }) => !keptYears.has(schoolYearOf(first).name),
  );
  const shippedYears = [...new Set(shipped.map(({ first }) => schoolYearOf(first).name))];
  return { holidays: [...kept, ...shipped], knownYears: new Set([...keptYears, ...shippedYears]), shippedYears };
}

const isoDate = (date: Date) => date.toISOString().slice(0, 10);
