import holidays from '#app/catalog/school-holidays.json' with { type: 'json' };
import { replaceSchoolHolidays } from '#app/catalog/replaceSchoolHolidays.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import { createCollectivite } from '#app/people/createCollectivite.server.ts';
import { createCommunes } from '#app/people/createCommunes.server.ts';
import { createRelais } from '#app/people/createRelais.server.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { addDays } from '#app/time/iso-date.ts';
import { readSchoolHolidays } from '#app/time/school-holidays.ts';
import type { DemoWorld, FilledRelais } from './world.ts';
import { RELAIS_RULES } from './rules.ts';
import { succeed } from './succeed.ts';
import { AMIENS, COLLECTIVITE, RELAIS, SHARED_SITES, SITES, type DemoRelais, type DemoSite } from './territory.ts';

type Territory = Pick<DemoWorld, 'collectiviteId' | 'relais' | 'communeIds' | 'largeSiteId' | 'trainingSiteId'>;

/** The collectivité, its communes, relais, sites, closures and school holidays. */
export async function fillTerritory({ year, plannedAt }: Pick<DemoWorld, 'year' | 'plannedAt'>): Promise<Territory> {
  const { collectiviteId } = succeed(await createCollectivite(SYSTEM, COLLECTIVITE, plannedAt));
  await replaceSchoolHolidays(SYSTEM, { holidays: readSchoolHolidays(holidays), source: 'school-holidays.json' });
  const others = [...new Set(RELAIS.flatMap(({ communes }) => communes))].filter((name) => name !== AMIENS.name);
  const communes = [AMIENS, ...others.map((name) => ({ name }))];
  const { communeIds } = succeed(await createCommunes(SYSTEM, { collectiviteId, communes }, plannedAt));
  const filling = { collectiviteId, communeIds, plannedAt };
  const relais: FilledRelais[] = [];
  for (const [index, data] of RELAIS.entries()) relais.push(await fillRelais(filling, data, index));
  const ids = relais.map(({ id }) => id);
  const shared: string[] = [];
  for (const site of SHARED_SITES) shared.push(await fillSite(filling, site, ids));
  for (const relaisId of ids) {
    const first = `${year.first.slice(0, 4)}-12-24`;
    const closure = { relaisId, first, last: addDays(first, 7), reason: 'congés de fin d’année' };
    succeed(await addClosure(SYSTEM, closure, plannedAt));
  }
  const [largeSiteId = '', trainingSiteId = ''] = shared;
  return { collectiviteId, relais, communeIds, largeSiteId, trainingSiteId };
}

type Filling = { collectiviteId: string; communeIds: ReadonlyMap<string, string>; plannedAt: Date };

async function fillRelais(filling: Filling, data: DemoRelais, index: number): Promise<FilledRelais> {
  const { collectiviteId, communeIds, plannedAt } = filling;
  const { slug, name, description, address, phone, communes } = data;
  const { relaisId } = succeed(
    await createRelais(
      SYSTEM,
      {
        ...{ collectiviteId, slug, name, description, address, phone },
        email: `${slug}@demo.ribambelle.example`,
        communes: communes.map((commune) => ({
          communeId: communeIds.get(commune) ?? '',
          reason: 'OWN',
          from: '2022-01-01',
        })),
        bookingDefaults: RELAIS_RULES[slug] ?? {},
      },
      plannedAt,
    ),
  );
  const [own, lent] = SITES[index] ?? [];
  if (!own || !lent) throw new Error(`no sites for ${slug}`);
  const ownSiteId = await fillSite(filling, own, [relaisId]);
  return { id: relaisId, slug, ownSiteId, lentSiteId: await fillSite(filling, lent, [relaisId]) };
}

async function fillSite(filling: Filling, site: DemoSite, relaisIds: readonly string[]): Promise<string> {
  const { commune, access, ...rest } = site;
  const uses = relaisIds.map((relaisId) => ({ relaisId }));
  const input = { ...rest, accessNotes: access, communeId: filling.communeIds.get(commune), uses };
  return succeed(await createSite(SYSTEM, input, filling.plannedAt)).siteId;
}
