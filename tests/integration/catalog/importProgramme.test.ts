import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, expect, test } from 'vitest';

import { importProgramme, type ProgrammeImport } from '#app/catalog/importProgramme.server.ts';
import { importReport } from '#app/catalog/import-report.ts';
import { openProgramme } from '#app/catalog/programme.ts';
import { readSchoolYear } from '#app/catalog/programme-year.ts';
import { db } from '#app/db/client.server.ts';
import { decodeTable } from '#app/documents/csv.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { actorOf, done, makeProfessional, makeSessions, makeWorld, NOW, type World } from './world.ts';

const BYTES = readFileSync(new URL('../../fixtures/real-programmes.csv', import.meta.url));
const YEAR = readSchoolYear('2026-2027');

useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

function tableOf(bytes: Uint8Array) {
  const table = openProgramme(decodeTable(bytes));
  if (!table) throw new Error('no programme');
  return table;
}

async function run(of: World, more: Partial<ProgrammeImport> = {}) {
  const input = { table: tableOf(BYTES), year: YEAR, collectiviteId: of.collectiviteId, apply: false, publish: false };
  return done(await importProgramme(SYSTEM, { ...input, relaisSlug: `nord-${of.n}`, ...more }, NOW));
}

const counts = async ({ collectiviteId }: World) => ({
  activities: await db().activity.count({ where: { collectiviteId } }),
  sessions: await db().session.count({ where: { collectiviteId } }),
  published: await db().session.count({ where: { collectiviteId, state: 'PUBLISHED' } }),
  sites: await db().site.count({ where: { collectiviteId } }),
  relais: await db().relais.count({ where: { collectiviteId } }),
  history: await db().history.count({ where: { collectiviteId } }),
});

const fates = (rows: readonly { fate: string }[]) =>
  rows.reduce<Record<string, number>>((sum, { fate }) => ({ ...sum, [fate]: (sum[fate] ?? 0) + 1 }), {});

const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(
    stringify(
      rows.map((row) => [...row]),
      { delimiter: ';' },
    ),
  );

test('the 57 real rows: the dry run writes nothing, the import publishes the complete ones, the second changes nothing', async () => {
  const before = await counts(world);
  const dry = await run(world, { publish: true });
  expect(await counts(world)).toEqual(before);
  expect(fates(dry.rows)).toEqual({ published: 9, draft: 43, 'not-held': 5 });

  const first = await run(world, { apply: true, publish: true });
  expect(fates(first.rows)).toEqual(fates(dry.rows));
  const after = await counts(world);
  const planned = first.rows.flatMap(({ planned: { dates } }) => dates);
  expect(after).toMatchObject({ activities: 52, sessions: planned.length, relais: before.relais });
  const ready = first.rows.filter(({ fate }) => fate === 'published').flatMap(({ planned: { dates } }) => dates);
  expect(after.published).toBe(ready.length);

  const second = await run(world, { apply: true, publish: true });
  expect(fates(second.rows)).toEqual({ known: 52, 'not-held': 5 });
  expect(await counts(world)).toEqual(after);
});

test('a weekly row: local hours, no holiday, nothing past; told with what was skipped', async () => {
  const tuesday = (await run(world)).rows.find(({ row }) => row.line === 5);
  const games = await db().activity.findFirstOrThrow({
    where: { collectiviteId: world.collectiviteId, importKey: tuesday?.row.key ?? '' },
    include: { sessions: { orderBy: { startsAt: 'asc' }, include: { site: true } } },
  });
  const days = games.sessions.map(({ startsAt }) => startsAt.toISOString());
  expect(days).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15'].map((day) => `${day}T08:00:00.000Z`));
  expect(games.sessions[0]?.site.name).toBe("Maison de l'Enfance, rue Saint-Roch");
  const other = await makeWorld();
  const told = await run(other);
  const report = importReport({ ...told, applied: false, publish: false, year: '2026-2027' });
  expect(report).toContain('4 séances, du mardi 24 novembre 2026 au mardi 15 décembre 2026, 9 h – 11 h 30');
  expect(report).toContain('vacances scolaires\u00a02 (Noël)');
  expect(report).toContain('Essai');
});

test('an AM books one of the imported sessions with two children', async () => {
  const session = await db().session.findFirstOrThrow({
    where: { collectiviteId: world.collectiviteId, state: 'PUBLISHED', activity: { kind: 'ATELIER' } },
    orderBy: { startsAt: 'asc' },
  });
  const { actor } = await makeProfessional(world);
  const others = [{ fromMonths: 18, count: 2 }];
  const booked = await enroll(actor, { sessionId: session.id, wish: 'ASK', declared: [], childIds: [], others }, NOW);
  expect(booked).toMatchObject({ outcome: 'enrolled', state: 'CONFIRMED' });
});

test('Windows-1252 with semicolons is the same programme: nothing is imported twice', async () => {
  const rows = decodeTable(BYTES).rows.map((row) => row.map((cell) => cell));
  const bytes = iconv.encode(csv(rows).toString('utf8'), 'win1252');
  const again = await run(world, { table: tableOf(bytes), apply: true });
  expect(fates(again.rows)).toEqual({ known: 52, 'not-held': 5 });
});

test('relais are matched by name, made only when asked, and otherwise said', async () => {
  const other = await makeWorld();
  const header = ['relais', 'type', 'intitulé', 'lieu', 'date', 'début', 'fin'];
  const row = (relais: string) => [
    relais,
    'atelier',
    `Peinture ${relais}`,
    'Salle des Nuages',
    '01/12/2026',
    '9h30',
    '11h',
  ];
  const table = tableOf(csv([header, row('Relais nord'), row('RPE Sud'), row('RPE de Poix')]));
  const all = { table, year: null, relaisSlug: undefined };
  const dry = await run(other, all);
  expect(dry.rows.map(({ fate, relais }) => [fate, relais.is])).toEqual([
    ['draft', 'known'],
    ['draft', 'known'],
    ['no-relais', 'unknown'],
  ]);
  expect(dry.rows[1]?.clashes).toEqual([
    'mardi 1er décembre, 9 h 30 – 11 h (Peinture Relais nord, plus haut dans le fichier)',
  ]);
  await run(other, { ...all, apply: true, createRelais: true });
  const relais = await db().relais.findMany({
    where: { collectiviteId: other.collectiviteId },
    orderBy: { slug: 'asc' },
  });
  expect(relais.map(({ slug }) => slug)).toContain('rpe-de-poix');
  const refused = await importProgramme(
    SYSTEM,
    { ...all, relaisSlug: 'absent', collectiviteId: other.collectiviteId, apply: true, publish: false },
    NOW,
  );
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'NO_SUCH_RELAIS' } });
});

test('what holds the place already is told, those dates are left out and the row stays a draft', async () => {
  const other = await makeWorld();
  await makeSessions(other, ['2026-12-01'], { title: 'Motricité' });
  const header = ['type', 'intitulé', 'lieu', 'date', 'début', 'fin'];
  const rows = [
    header,
    ['atelier', 'Peinture', 'salle des nuages', 'mardi 1er et mardi 8 décembre 2026', '10h', '11h30'],
  ];
  const { rows: told } = await run(other, { table: tableOf(csv(rows)), year: null, apply: true, publish: true });
  expect(told[0]).toMatchObject({ fate: 'draft', clashes: ['mardi 1er décembre, 9 h 30 – 11 h (Motricité)'] });
  const made = await db().activity.findFirstOrThrow({
    where: { collectiviteId: other.collectiviteId, title: 'Peinture' },
    include: { sessions: true },
  });
  expect(made.sessions.map(({ startsAt, state }) => [startsAt.toISOString(), state])).toEqual([
    ['2026-12-08T09:00:00.000Z', 'DRAFT'],
  ]);
});

test('drafts are published by a later import, an activity published since is left alone', async () => {
  const other = await makeWorld();
  const header = ['type', 'intitulé', 'lieu', 'date', 'début', 'fin'];
  const table = tableOf(csv([header, ['atelier', 'Contes', 'Médiathèque', '04/12/2026', '10h', '11h']]));
  const input = { table, year: null, apply: true };
  expect(fates((await run(other, input)).rows)).toEqual({ draft: 1 });
  expect((await counts(other)).published).toBe(0);
  expect(fates((await run(other, { ...input, publish: true })).rows)).toEqual({ 'known-published': 1 });
  const after = await counts(other);
  expect(after.published).toBe(1);
  expect(fates((await run(other, { ...input, publish: true })).rows)).toEqual({ known: 1 });
  expect(await counts(other)).toEqual(after);
});

test('someone who plans nowhere in this collectivité imports nothing', async () => {
  const other = await makeWorld();
  const input = { table: tableOf(BYTES), year: YEAR, apply: true, publish: true };
  const stranger = await importProgramme(other.animator, { ...input, collectiviteId: world.collectiviteId }, NOW);
  expect(stranger).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
  const reader = actorOf(other.collectiviteId, other.animatorId);
  expect(await importProgramme(reader, { ...input, collectiviteId: other.collectiviteId }, NOW)).toMatchObject({
    ok: false,
  });
});
