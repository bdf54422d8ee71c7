import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { addStaff } from '#app/people/addStaff.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { attestationsPage } from '#app/training/attestations-page.server.ts';
import { readFacts } from '#app/training/certificate-facts.schema.server.ts';
import { myCertificates } from '#app/training/certificates.server.ts';
import { issueCertificates, type CertificatesAsked } from '#app/training/issueCertificates.server.ts';
import { issueMyYear } from '#app/training/issueMyYear.server.ts';
import { activityPapers, issuedPaper, myPaper } from '#app/training/papers.server.ts';
import { personRecord } from '#app/training/person-record.server.ts';
import { recordResults } from '#app/training/recordResults.server.ts';
import { rekeyTraining } from '#app/training/rekeyTraining.server.ts';
import { revokeCertificate } from '#app/training/revokeCertificate.server.ts';
import { verification } from '#app/training/verification.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  done,
  makeProfessional,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '../catalog/world.ts';
import { held, mark } from './held.ts';

useDatabase();
let world: World;
let nadia: PersonActor;
let awa: PersonActor;
let training: { activityId: string; sessionIds: string[] };
beforeAll(async () => {
  world = await makeWorld();
  nadia = (await makeProfessional(world, { email: 'nadia@test.example' })).actor;
  awa = (await makeProfessional(world, { firstName: 'Awa' })).actor;
  const slots = [{ day: '2026-11-14' }, { day: '2026-11-17' }];
  training = await held(world, 'FORMATION', slots, [[nadia.personId, awa.personId], [nadia.personId]]);
});

const LATER = new Date('2026-11-23T09:00:00Z');
const signature = { name: 'Léa Martin', role: 'Animatrice', place: 'Amiens' };
const both = () => [nadia.personId, awa.personId];
const ofTraining = (personIds = both()) =>
  ({ scope: 'TRAINING', activityId: training.activityId, personIds, signature }) as const satisfies CertificatesAsked;
const refusedWith = (code: string) => ({ ok: false, refusal: { code } });
const rowOf = (id: string) => db().certificate.findUniqueOrThrow({ where: { id } });

test('issued in bulk with what attendance says, once while it says the same; its code is verified however it is typed', async () => {
  const results = [{ personId: nadia.personId, obtained: true, expiresOn: '2028-11-17' }];
  done(await recordResults(world.animator, { activityId: training.activityId, themeId: null, results }, NOW));
  const { issued } = done(await issueCertificates(world.animator, ofTraining(), NOW));
  expect(issued).toHaveLength(2);
  expect(
    done(await issueCertificates(world.animator, { ...ofTraining(), signature: { ...signature, role: '' } }, LATER)),
  ).toEqual({
    ok: true,
    issued: [],
    already: 2,
  });
  const hers = (await myCertificates(nadia, NOW))?.certificates ?? [];
  expect(hers).toMatchObject([{ title: 'Recyclage SST', hours: '7 heures', state: 'HOLDS', name: 'Nadia Morel' }]);
  const code = hers[0]?.code ?? '';
  const found = await verification(code.toLowerCase().replaceAll('-', ' '));
  expect(found).toMatchObject({ code, state: 'HOLDS', revoked: null });
  expect(found?.facts).toEqual({
    scope: 'TRAINING',
    name: 'Nadia Morel',
    title: 'Recyclage SST',
    lines: [
      { words: 'samedi 14 novembre 2026, 9 h – 12 h 30', minutes: 210, training: true },
      { words: 'mardi 17 novembre 2026, 9 h – 12 h 30', minutes: 210, training: true },
    ],
    minutes: 420,
    until: null,
    obtained: { expiresOn: '2028-11-17' },
    relais: 'Relais nord',
    place: 'Amiens',
    signatory: { name: 'Léa Martin', role: 'Animatrice' },
    issuedOn: '2026-11-22',
  });
  expect(await verification('AAAA-AAAA-AAAA-AAAA')).toBeNull();
  expect(await verification('n’importe quoi')).toBeNull();
  const mails = await db().outgoingMail.findMany({ where: { personId: nadia.personId, template: 'record-changed' } });
  expect(mails).toHaveLength(2);
  expect((await rowsOfHistory(nadia.personId)).filter(({ what }) => what === 'certificate.issued')).toHaveLength(1);
});

test('a presence marked afterwards makes a new one, and the former says that it was replaced', async () => {
  const [, second = ''] = training.sessionIds;
  const before = (await myCertificates(awa, NOW))?.certificates[0];
  await mark(world.animator, second, [awa.personId]);
  expect(done(await issueCertificates(world.animator, ofTraining([awa.personId]), LATER)).issued).toHaveLength(1);
  expect((await myCertificates(awa, LATER))?.certificates.map(({ state, hours }) => [state, hours])).toEqual([
    ['HOLDS', '7 heures'],
    ['REPLACED', '3,5 heures'],
  ]);
  expect(await verification(before?.code ?? '')).toMatchObject({ state: 'REPLACED', facts: { minutes: 210 } });
  const papers = await activityPapers(world.animator, { activityId: training.activityId, sessionId: null });
  expect(papers?.papers.map(({ facts }) => [facts.name, facts.minutes])).toEqual([
    ['Awa Morel', 420],
    ['Nadia Morel', 420],
  ]);
});

test('revoked with a reason, once: its address says so, its paper is no longer hers to print, and another may be issued', async () => {
  const [certificate] = (await myCertificates(nadia, NOW))?.certificates ?? [];
  const certificateId = certificate?.id ?? '';
  expect(await revokeCertificate(world.animator, { certificateId, why: '  ' }, NOW)).toMatchObject(
    refusedWith('REASON_EMPTY'),
  );
  const south = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  for (const actor of [south, secretary, nadia, awa, (await makeWorld()).animator]) {
    expect(await revokeCertificate(actor, { certificateId, why: 'Erreur' }, NOW)).toMatchObject(
      refusedWith('NOT_FOUND'),
    );
    expect(await issuedPaper(actor, certificateId, NOW)).toBeNull();
  }
  expect(await myPaper(awa, certificateId)).toBeNull();
  expect(await myPaper(nadia, certificateId)).not.toBeNull();
  done(await revokeCertificate(world.animator, { certificateId, why: 'Erreur de nom' }, NOW));
  done(await revokeCertificate(world.animator, { certificateId, why: 'Autre chose' }, LATER));
  expect((await rowOf(certificateId)).revokedWhy).toBe('Erreur de nom');
  expect(await verification(certificate?.code ?? '')).toMatchObject({ state: 'REVOKED', revoked: '22 novembre 2026' });
  expect(JSON.stringify(await verification(certificate?.code ?? ''))).not.toContain('Erreur');
  expect(await myPaper(nadia, certificateId)).toBeNull();
  expect(done(await issueCertificates(world.animator, ofTraining([nadia.personId]), LATER)).issued).toHaveLength(1);
});

test('of one date: presence at it; refused before its end, elsewhere, and when nobody came', async () => {
  const [first = '', second = ''] = training.sessionIds;
  const of = (sessionId: string, personIds = [nadia.personId]) =>
    ({ scope: 'SESSION', sessionId, activityId: training.activityId, personIds, signature }) as const;
  const { issued } = done(await issueCertificates(world.animator, of(first), NOW));
  expect(readFacts((await rowOf(issued[0] ?? '')).facts)).toMatchObject({
    scope: 'SESSION',
    minutes: 210,
    obtained: null,
  });
  const early = new Date('2026-11-14T09:00:00Z');
  const issue = (asked: CertificatesAsked, at = NOW) => issueCertificates(world.animator, asked, at);
  expect(await issue(of(first), early)).toMatchObject(refusedWith('NOT_OVER'));
  expect(await issue(ofTraining(), early)).toMatchObject(refusedWith('NOT_OVER'));
  expect(await issue(of(second, []))).toMatchObject(refusedWith('NOBODY'));
  expect(await issue(of(randomUUID()))).toMatchObject(refusedWith('NOT_FOUND'));
  expect(await issue(of(second, [world.animatorId]))).toMatchObject(refusedWith('NOTHING_TO_SAY'));
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  const stranger = (await makeWorld()).animator;
  for (const actor of [secretary, stranger, nadia]) {
    expect(await issueCertificates(actor, of(first), NOW)).toMatchObject(refusedWith('NOT_FOUND'));
    expect(await attestationsPage(actor, { activityId: training.activityId, sessionId: null }, NOW)).toBeNull();
  }
});

test('of a year: by herself, or by her relais; past years and the current one, not a year to come', async () => {
  const { issued } = done(await issueMyYear(nadia, { year: 2026 }, NOW));
  expect(readFacts((await rowOf(issued[0] ?? '')).facts)).toMatchObject({
    ...{ scope: 'YEAR', title: 'Année 2026', minutes: 420, until: '2026-11-22', name: 'Nadia Morel' },
    signatory: { name: 'Relais nord' },
  });
  expect(done(await issueMyYear(nadia, { year: 2026 }, LATER)).already).toBe(1);
  expect(await issueMyYear(nadia, { year: 2027 }, NOW)).toMatchObject(refusedWith('NOT_OVER'));
  expect(await issueMyYear(nadia, { year: 2024 }, NOW)).toMatchObject(refusedWith('NOTHING_TO_SAY'));
  const byTeam = (actor: PersonActor) =>
    issueCertificates(actor, { scope: 'YEAR', year: 2026, personIds: [awa.personId], signature }, NOW);
  expect(done(await byTeam(world.animator)).issued).toHaveLength(1);
  const south = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  for (const actor of [south, nadia]) expect(await byTeam(actor)).toMatchObject(refusedWith('NOT_FOUND'));
});

test('of a group of analysis: its facilitator and who composes it alone; the paper and the history tell no theme, no name', async () => {
  const place = await makeWorld();
  const { actor: lise } = await makeProfessional(place, { firstName: 'Lise', email: `lise-${place.n}@test.example` });
  const roles = [{ role: 'ANIMATOR' as const, relaisId: place.north, from: '2020-01-01' }];
  const other = { collectiviteId: place.collectiviteId, firstName: 'Autre', lastName: 'Animatrice', roles };
  const { personId } = done(await addStaff(SYSTEM, other, NOW));
  const colleague = actorOf(place.collectiviteId, personId, [{ role: 'ANIMATOR', relaisId: place.north }]);
  const slot = { day: '2026-10-06', from: '19:30', until: '21:30' };
  const { activityId, sessionIds } = await held(place, 'ANALYSE', [slot], [], 'Groupe confidentiel');
  const facilitator = actorOf(place.collectiviteId, place.speakerId);
  const cohort = await db().cohort.create({
    data: {
      ...{ collectiviteId: place.collectiviteId, relaisId: place.north, activityId, name: 'Groupe' },
      ...{ composerId: place.animatorId, facilitatorId: place.speakerId, createdAt: NOW },
    },
  });
  const membership = await db().membership.create({
    data: {
      ...{ collectiviteId: place.collectiviteId, cohortId: cohort.id, personId: lise.personId, state: 'MEMBER' },
      ...{ from: new Date('2026-01-01'), createdAt: NOW },
    },
  });
  const [sessionId = ''] = sessionIds;
  await db().session.update({ where: { id: sessionId }, data: { theme: 'La séparation' } });
  await mark(facilitator, sessionId, [lise.personId]);
  const asked = { scope: 'TRAINING', activityId, personIds: [lise.personId], signature } as const;
  for (const actor of [colleague, lise, actorOf(place.collectiviteId, personId, [{ role: 'ADMIN', relaisId: null }])]) {
    expect(await issueCertificates(actor, asked, NOW)).toMatchObject(refusedWith('NOT_FOUND'));
    expect(await attestationsPage(actor, { activityId, sessionId: null }, NOW)).toBeNull();
    expect(await activityPapers(actor, { activityId, sessionId: null })).toBeNull();
  }
  const { issued } = done(await issueCertificates(facilitator, asked, NOW));
  expect(done(await issueCertificates(place.animator, asked, NOW)).already).toBe(1);
  const facts = readFacts((await rowOf(issued[0] ?? '')).facts);
  expect(facts).toMatchObject({ title: 'Analyse de pratiques professionnelles', minutes: 120, discreet: true });
  expect(JSON.stringify(facts)).not.toContain('séparation');
  expect(await rowsOfHistory(lise.personId)).not.toContainEqual(
    expect.objectContaining({ what: 'certificate.issued' }),
  );
  expect((await personRecord(colleague, NOW, lise.personId))?.certificates).toEqual([]);
  expect(await issuedPaper(colleague, issued[0] ?? '', NOW)).toBeNull();
  expect((await myCertificates(lise, NOW))?.certificates).toHaveLength(1);

  const analyseOf = async () => [
    (await personRecord(lise, NOW))?.hours.analyse,
    (await personRecord(place.animator, NOW, lise.personId))?.hours.analyse,
  ];
  expect(await analyseOf()).toEqual([0, 0]);
  expect((await personRecord(lise, NOW))?.certificates).toEqual([]);
  expect(await issueMyYear(lise, { year: 2026 }, NOW)).toMatchObject(refusedWith('NOTHING_TO_SAY'));
  await db().membership.update({ where: { id: membership.id }, data: { inRecord: true } });
  expect(await analyseOf()).toEqual([2, 0]);
  expect((await personRecord(lise, NOW))?.certificates).toHaveLength(1);
  const year = done(await issueMyYear(lise, { year: 2026 }, NOW));
  expect((await personRecord(place.animator, NOW, lise.personId))?.certificates).toEqual([]);
  expect(await issuedPaper(place.animator, year.issued[0] ?? '', NOW)).toBeNull();
});

test('her record counts by year and kind, in a constant number of queries; past years keep their values', async () => {
  const place = await makeWorld();
  const { actor } = await makeProfessional(place);
  const slots = [{ day: '2026-03-14' }, { day: '2026-03-17' }, { day: '2026-03-19', from: '19:00', until: '21:00' }];
  const { activityId, sessionIds } = await held(
    place,
    'FORMATION',
    slots,
    slots.map(() => [actor.personId]),
    'Signes',
  );
  const [first = ''] = sessionIds;
  await held(place, 'ATELIER', [{ day: '2026-04-07' }], [[actor.personId]], 'Musique');
  const read = () => personRecord(actor, NOW);
  const few = await countStatements(read);
  await held(place, 'FORMATION', [{ day: '2025-05-10' }], [[actor.personId]], 'Jeux');
  for (const day of ['2026-05-05', '2026-05-12', '2026-05-19']) {
    await held(place, 'REUNION', [{ day }], [[actor.personId]], `Soirée ${day}`);
  }
  expect(await countStatements(read)).toBe(few);
  const page = () => attestationsPage(place.animator, { activityId, sessionId: null }, NOW);
  const one = await countStatements(page);
  for (let n = 0; n < 4; n += 1) {
    const { personId } = await makeProfessional(place, { firstName: `Autre${n}` });
    await mark(place.animator, first, [personId]);
  }
  expect((await page())?.people).toHaveLength(5);
  expect(await countStatements(page)).toBe(one);
  await db().datedSetting.createMany({
    data: [
      {
        collectiviteId: place.collectiviteId,
        key: 'training.hoursAYear',
        from: new Date('2026-01-01'),
        value: 60,
        at: NOW,
      },
      {
        collectiviteId: place.collectiviteId,
        key: 'training.allocationAnHour',
        from: new Date('2026-03-18'),
        value: 6,
        at: NOW,
      },
    ],
  });
  const record = await read();
  expect(
    record?.years.map(({ hours: { year, done, right, left, credited } }) => ({ year, done, right, left, credited })),
  ).toEqual([
    { year: 2026, done: 9, right: 60, left: 51, credited: 9 },
    { year: 2025, done: 3.5, right: 58, left: 54.5, credited: 3.5 },
  ]);
  // Saturday at 5.57 €, Thursday evening at 6 €; Tuesday morning is working time.
  expect(record?.hours.outside).toEqual({ hours: 5.5, euros: 31.5 });
  expect(record?.hours.presences).toMatchObject([
    { kind: 'ATELIER', times: 1 },
    { kind: 'REUNION', times: 3, hours: 10.5 },
  ]);
  expect(record?.years[0]?.trainings).toMatchObject([{ title: 'Signes', hours: 9, source: 'HERE' }]);
  expect(
    await personRecord(
      actorOf(place.collectiviteId, place.animatorId, [{ role: 'ANIMATOR', relaisId: place.south }]),
      NOW,
      actor.personId,
    ),
  ).toBeNull();
});

test('a merged file brings its certificates and results along; where both have one, the kept one’s stays', async () => {
  const place = await makeWorld();
  const [kept, lost] = [
    (await makeProfessional(place)).actor,
    (await makeProfessional(place, { firstName: 'Nadya' })).actor,
  ];
  const one = await held(place, 'FORMATION', [{ day: '2026-09-05' }], [[kept.personId, lost.personId]], 'Un');
  const two = await held(place, 'FORMATION', [{ day: '2026-09-12' }], [[lost.personId]], 'Deux');
  const say = (activityId: string, people: PersonActor[], obtained: boolean) =>
    recordResults(
      place.animator,
      { activityId, themeId: null, results: people.map(({ personId }) => ({ personId, obtained, expiresOn: null })) },
      NOW,
    );
  done(await say(one.activityId, [kept], true));
  done(await say(one.activityId, [lost], false));
  done(await say(two.activityId, [lost], true));
  done(
    await issueCertificates(
      place.animator,
      { scope: 'TRAINING', activityId: two.activityId, personIds: [lost.personId], signature },
      NOW,
    ),
  );
  await db().$transaction((tx) => rekeyTraining(tx, { from: lost.personId, to: kept.personId }, NOW));
  const results = await db().trainingResult.findMany({ where: { personId: { in: [kept.personId, lost.personId] } } });
  expect(results.map(({ personId, obtained }) => [personId, obtained])).toEqual([
    [kept.personId, true],
    [kept.personId, true],
  ]);
  expect((await myCertificates(kept, NOW))?.certificates).toMatchObject([{ name: 'Nadya Morel', title: 'Deux' }]);
});
