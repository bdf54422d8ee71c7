import { beforeEach, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';

import { writeCsv } from '#app/documents/csv.ts';
import { db } from '#app/db/client.server.ts';
import { givenList } from '#app/people/given-list.server.ts';
import { packList, readMapping, unpackList, type GivenList } from '#app/people/list-columns.ts';
import { tryList } from '#app/people/tryList.server.ts';
import { actorOf, makeProfessional, makeWorld, NOW, type World } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase({ fresh: true });
let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

const HEADER = [
  'Nom',
  'Prénom',
  'Portable',
  'Courriel',
  'Commune',
  'Fin d’agrément',
  'Agrément',
  'Taille de chaussures',
];
const ROWS = [
  ['MOREL', 'Nadia', '06 39 98 10 00', '', 'Amiens', '31/08/2030', '4', '38'],
  ['Lefèvre', 'Élodie', '0639981001', 'elodie@exemple.fr', 'Amiens', '', '3', '39'],
  ['Lefevre', 'Elodie', '06 39 98 10 01', '', 'Amiens', '', '3', '39'],
  ['Petit', '', '', '', '', '', '', ''],
];

async function given(form: FormData): Promise<GivenList> {
  const read = await givenList(form);
  if (!read.ok) throw new Error(read.error);
  return read.list;
}

function formOf(name: string, value: string | Blob): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}

const fates = (tried: Awaited<ReturnType<typeof tryList>>) =>
  Object.fromEntries(tried.groups.map(({ fate, rows }) => [fate, rows.length]));

test.each([
  [
    'csv of windows-1252',
    () =>
      Promise.resolve(
        new Blob([
          Buffer.from([HEADER, ...ROWS].map((row) => row.join(';')).join('\r\n'), 'latin1').map((byte) => byte),
        ]),
      ),
  ],
  ['csv as we write it', () => Promise.resolve(new Blob([writeCsv(HEADER, ROWS)]))],
  [
    'a workbook',
    async () =>
      new Blob([
        new Uint8Array(
          await writeXlsxFile(
            [HEADER, ...ROWS].map((row) => row.map((value) => ({ value, type: String }))),
            {},
          ).toBuffer(),
        ),
      ]),
  ],
])('%s: a dry run writes nothing, then the same list adds once', async (_, file) => {
  await makeProfessional(world, { firstName: 'Nadia', lastName: 'Morel', phone: '06 39 98 10 00' });
  const list = await given(formOf('fichier', await file()));
  const before = await db().person.count();
  const dry = await tryList(world.animator, { list, mapping: null, relaisSlug: '', apply: false }, NOW);
  expect(fates(dry)).toEqual({ mend: 1, repeated: 1, renew: 1, add: 1 });
  expect(await db().person.count()).toBe(before);
  const applied = await tryList(
    world.animator,
    { list: unpackList(dry.packed), mapping: dry.mapping, relaisSlug: '', apply: true },
    NOW,
  );
  expect(applied).toMatchObject({ added: 1, applied: true });
  const again = await tryList(world.animator, { list, mapping: null, relaisSlug: '', apply: true }, NOW);
  expect(fates(again)).toEqual({ mend: 1, known: 3 });
  expect(await db().person.count()).toBe(before + 1);
  expect(await db().outgoingMail.count()).toBe(0);
});

test('columns whose titles say nothing are chosen by hand', async () => {
  const list = await given(formOf('texte', 'A\tB\tC\nDurand\tLouise\t06 39 98 33 33'));
  const guessed = await tryList(world.animator, { list, mapping: null, relaisSlug: '', apply: false }, NOW);
  expect(guessed.missing).toMatch(/nom et le prénom/);
  expect(guessed.samples).toEqual([['Durand'], ['Louise'], ['06 39 98 33 33']]);
  const mapping = readMapping('0', ['lastName', 'firstName', 'mobile']);
  expect(await tryList(world.animator, { list, mapping, relaisSlug: '', apply: false }, NOW)).toMatchObject({
    missing: null,
    added: 1,
  });
});

test('with several relais, the list or the choice says which; another one’s is refused', async () => {
  const both = actorOf(world.collectiviteId, world.animatorId, [
    { role: 'ANIMATOR', relaisId: world.north },
    { role: 'ANIMATOR', relaisId: world.south },
  ]);
  const list = await given(formOf('texte', 'Nom;Prénom;Téléphone\nDurand;Louise;06 39 98 33 33'));
  expect(fates(await tryList(both, { list, mapping: null, relaisSlug: '', apply: false }, NOW))).toEqual({
    'no-relais': 1,
  });
  expect(fates(await tryList(both, { list, mapping: null, relaisSlug: `sud-${world.n}`, apply: false }, NOW))).toEqual({
    add: 1,
  });
  const refused = await tryList(
    world.animator,
    { list, mapping: null, relaisSlug: `sud-${world.n}`, apply: true },
    NOW,
  );
  expect(refused).toMatchObject({ missing: 'Choisissez l’un de vos relais.', applied: false });
});

test('what cannot be read says why', async () => {
  const error = async (form: FormData) => {
    const read = await givenList(form);
    return read.ok ? null : read.error;
  };
  expect(await error(new FormData())).toMatch(/Choisissez un fichier/);
  expect(await error(formOf('texte', 'Nom;Prénom'))).toMatch(/une ligne/);
  expect(await error(formOf('texte', 'Nom;Prénom\n"Durand;Louise'))).toMatch(/guillemet/);
  expect(await error(formOf('fichier', new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])])))).toMatch(
    /trop grand|classeur/,
  );
  expect(await error(formOf('fichier', new Blob(['x'.repeat(4_000_001)])))).toMatch(/trop grand/);
});

test('a list travels as text and comes back the same', () => {
  const list = {
    rows: [
      ['Nom', 'Note'],
      ['Durand', 'a\tb\nc'],
    ],
    lines: [1, 4],
  };
  expect(unpackList(packList(list).replaceAll('\n', '\r\n'))).toEqual({
    rows: [
      ['Nom', 'Note'],
      ['Durand', 'a b c'],
    ],
    lines: [1, 4],
  });
});

test('a commune that she may not make is left empty, as the dry run says; whoever may, makes it', async () => {
  const list = await given(formOf('texte', 'Nom;Prénom;Ville\nDurand;Louise;Trifouillis\nPetit;Anne;Ailleurs'));
  const of = (rows: number[]) => ({
    list: { rows: [0, ...rows].map((row) => list.rows[row] ?? []), lines: [1, ...rows.map((row) => row + 1)] },
    ...{ mapping: null, relaisSlug: '' },
  });
  const tried = await tryList(world.animator, { ...of([1]), apply: false }, NOW);
  expect(tried.groups[0]?.rows[0]?.words).toContain('commune Trifouillis inconnue ici : laissée vide');
  expect(fates(await tryList(world.animator, { ...of([1]), apply: true }, NOW))).toEqual({ add: 1 });
  expect(fates(await tryList(world.animator, { ...of([1]), apply: true }, NOW))).toEqual({ known: 1 });
  const coordinator = actorOf(world.collectiviteId, world.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  const { slug: relaisSlug } = await db().relais.findUniqueOrThrow({ where: { id: world.north } });
  const done = await tryList(coordinator, { ...of([2]), relaisSlug, apply: true }, NOW);
  expect(done.groups[0]?.rows[0]?.words).toContain('commune Ailleurs créée');
  const files = await db().professional.findMany({
    where: { person: { lastName: { in: ['Durand', 'Petit'] } } },
    orderBy: { person: { lastName: 'asc' } },
    select: { commune: { select: { name: true } } },
  });
  expect(files).toEqual([{ commune: null }, { commune: { name: 'Ailleurs' } }]);
});

test('the list of a later year renews the agréments of those surely known, tells them once, and nobody else', async () => {
  const known = await makeProfessional(world, { firstName: 'Louise', lastName: 'Durand' });
  const mine = { personId: known.personId };
  await db().person.update({ where: { id: known.personId }, data: { phone: '06 39 98 33 33', email: 'l@exemple.fr' } });
  const elsewhere = await makeWorld();
  const text = [
    'Nom;Prénom;Téléphone;Ville;Agrément;Date agrément;Fin agrément',
    'DURAND;Louise;0639983333;;3;01/12/2027;30/11/2032',
    'Durand;Louise;0639983333;;3;01/12/2027;30/11/2032',
    'DURAND;Louise;;Amiens;4;01/01/2028;31/12/2033',
  ].join('\n');
  const list = { list: await given(formOf('texte', text)), mapping: null, relaisSlug: '' };
  const agrements = () =>
    db().agrement.findMany({
      where: { professional: mine },
      orderBy: { validFrom: 'asc' },
      select: { children: true },
    });
  const before = await agrements();
  const tried = await tryList(world.animator, { ...list, apply: false }, NOW);
  expect(tried).toMatchObject({ renewed: 1, added: 1 });
  expect(tried.groups.find(({ fate }) => fate === 'renew')?.rows[0]?.words).toContain('jusqu’au 30 novembre 2032');
  expect(await agrements()).toEqual(before);
  expect(await tryList(world.animator, { ...list, apply: true }, NOW)).toMatchObject({ renewed: 1 });
  expect(await agrements()).toEqual([...before, { children: 3 }]);
  expect(await tryList(world.animator, { ...list, apply: true }, NOW)).toMatchObject({ renewed: 0, added: 0 });
  expect(await db().outgoingMail.count({ where: mine })).toBe(1);
  expect(await tryList(elsewhere.animator, { ...list, apply: false }, NOW)).toMatchObject({ renewed: 0 });
});
