import { beforeAll, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { decodeTable } from '#app/documents/csv.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { importProfessionals, type ListImport } from '#app/people/importProfessionals.server.ts';
import { openProfessionals } from '#app/people/professional-columns.ts';
import { professionalsReport } from '#app/people/professional-report.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { done, makeProfessional, makeWorld, NOW, type World } from '#tests/integration/catalog/world.ts';

useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await makeProfessional(world, { email: 'nadia@exemple.fr' });
});

const LIST = `Nom;Prénom;Téléphone;Courriel;Commune;Agrément;Date d'agrément;Relais
Dupont;Léa;06 39 98 01 02;lea@exemple.fr;Amiens;4 dont 2 de moins de 3 ans;12/05/2024;Relais nord
Morel;Nadia;;nadia@exemple.fr;Amiens;3;;Relais nord
DUPONT;LEA;0639980102;;;;;Relais nord
Roux;Inès;06 39 98 01 03;;Poix;;;RPE Sud
Petit;Anne;12;;Amiens;;;Relais nord
Martin;Zoé;;;Boves;;;Ailleurs
`;

function input(more: Partial<ListImport> = {}): ListImport {
  const table = openProfessionals(decodeTable(Buffer.from(LIST)));
  if (!table) throw new Error('no list');
  return { table, collectiviteId: world.collectiviteId, apply: false, ...more };
}

const counts = () =>
  Promise.all([
    db().person.count(),
    db().professional.count(),
    db().commune.count(),
    db().agrement.count(),
    db().history.count(),
  ]);
const fates = ['add', 'known', 'repeated', 'add', 'mend', 'no-relais'];

test('the dry run writes nothing and says row by row what would be', async () => {
  const before = await counts();
  const dry = done(await importProfessionals(SYSTEM, input(), NOW));
  expect(await counts()).toEqual(before);
  expect(dry.rows.map(({ fate }) => fate)).toEqual(fates);
  const report = professionalsReport({ ...dry, applied: false, unknownColumns: [] });
  expect(report).toContain('Ligne 2 · Léa Dupont — sera ajoutée');
  expect(report).toContain('Ligne 4 · Lea Dupont — déjà vue (même nom et même téléphone que la ligne 2)');
  expect(report).toContain('Poix n’est pas dans la liste des communes');
  expect(report).toContain('téléphone illisible : « 12 »');
});

test('applied twice, they are there once, with commune, relais and agrément', async () => {
  const first = done(await importProfessionals(SYSTEM, input({ apply: true }), NOW));
  expect(first.rows.map(({ fate }) => fate)).toEqual(fates);
  const lea = await db().professional.findFirstOrThrow({
    where: { person: { email: 'lea@exemple.fr' } },
    include: { commune: true, agrements: true, memberships: true, statuses: true },
  });
  expect(lea).toMatchObject({
    ...{
      kind: 'ASSISTANTE_MATERNELLE',
      commune: { name: 'Amiens' },
      memberships: [{ relaisId: world.north, home: true }],
    },
    ...{ agrements: [{ children: 4, underThree: 2 }], statuses: [{ status: 'ACTIVE' }] },
  });
  const after = await counts();
  const second = done(await importProfessionals(SYSTEM, input({ apply: true }), NOW));
  expect(second.rows.map(({ fate }) => fate)).toEqual(['known', 'known', 'known', 'known', 'mend', 'no-relais']);
  expect(await counts()).toEqual(after);
});

test('a relais that is not there, or a collectivité of someone else, is refused', async () => {
  const missing = await importProfessionals(SYSTEM, input({ relaisSlug: 'absent' }), NOW);
  expect(missing).toMatchObject({ ok: false, refusal: { code: 'NO_SUCH_RELAIS' } });
  const other = await makeWorld();
  expect(await importProfessionals(other.animator, input(), NOW)).toEqual({
    ok: false,
    refusal: { code: 'NOT_FOUND' },
  });
});
