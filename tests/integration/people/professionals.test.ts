import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { changeSituation } from '#app/enrollment/changeSituation.server.ts';
import { directory } from '#app/enrollment/directory.server.ts';
import { endMembership } from '#app/enrollment/endMembership.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { exportProfessionals } from '#app/enrollment/exportProfessionals.server.ts';
import { professionalPage } from '#app/enrollment/professional-page.server.ts';
import { ANONYMOUS, type PersonActor } from '#app/people/actor.ts';
import { addAgrement } from '#app/people/addAgrement.server.ts';
import { changeMembership } from '#app/people/changeMembership.server.ts';
import { changeProfessional, type ProfessionalChange } from '#app/people/changeProfessional.server.ts';
import { changeStatus } from '#app/people/changeStatus.server.ts';
import { leaveRelais } from '#app/people/leaveRelais.server.ts';
import { openFile } from '#app/people/openFile.server.ts';
import { publishReglement } from '#app/people/publishReglement.server.ts';
import { recordPaper } from '#app/people/recordPaper.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import {
  actorOf,
  countStatements,
  done,
  makeProfessional,
  makeSessions,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase();
let world: World;
let other: World;
/** Works in the south relais of the same collectivité. */
let neighbour: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld();
  neighbour = actorOf(world.collectiviteId, world.speakerId, [{ role: 'ANIMATOR', relaisId: world.south }]);
});

const names = async (query: Parameters<typeof directory>[1], actor = world.animator) =>
  (await directory(actor, query, NOW)).lines.map(({ name }) => name);
const mailsOf = (personId: string) =>
  db().outgoingMail.findMany({
    where: { personId },
    orderBy: { queuedAt: 'asc' },
    select: { to: true, template: true },
  });
const whatOf = async (personId: string) => (await rowsOfHistory(personId)).map(({ what }) => what);

describe('the directory', () => {
  beforeAll(async () => {
    const agrement = { children: 3, underThree: 2, validFrom: '2022-01-01' };
    await makeProfessional(world, {
      firstName: 'Élodie',
      lastName: 'Lefèvre-Dupré',
      phone: '06 39 98 41 41',
      agrement: { ...agrement, validUntil: '2027-01-15' },
    });
    await makeProfessional(world, {
      firstName: 'Zoé',
      lastName: 'Œuvrard',
      email: 'zoe@exemple.fr',
      kind: 'CANDIDATE',
      agrement: undefined,
    });
    await makeProfessional(world, {
      lastName: 'Ancienne',
      statuses: [{ status: 'CEASED', from: '2024-01-01' }],
      agrement: { ...agrement, validUntil: '2026-01-15' },
    });
    await makeProfessional(world, {
      lastName: 'Dusud',
      memberships: [{ relaisId: world.south, home: true, from: '2020-01-01' }],
    });
  });

  test('finds whatever the accents, capitals, order or spaces; every word must match', async () => {
    for (const q of ['lefevre', 'DUPRE elodie', 'elodie lef', '0639984141', '06 39 98 41', '+33 6 39 98 41 41'])
      expect(await names({ q }), q).toEqual(['Lefèvre-Dupré Élodie']);
    expect(await names({ q: 'oeuvrard' })).toEqual(['Œuvrard Zoé']);
    expect(await names({ q: 'elodie dupond' })).toEqual([]);
    expect(await names({ q: '%' })).toEqual([]);
  });

  test('filters: who has ceased is not shown unless asked; agréments, e-mail, kind, never came', async () => {
    expect(await names({})).not.toContain('Ancienne Nadia');
    expect(await names({ status: 'CEASED' })).toEqual(['Ancienne Nadia']);
    expect(await names({ agrement: 3 })).toEqual(['Lefèvre-Dupré Élodie']);
    expect(await names({ agrement: 0, status: 'all' })).toEqual(['Ancienne Nadia']);
    expect(await names({ kind: 'CANDIDATE' })).toEqual(['Œuvrard Zoé']);
    expect(await names({ withoutEmail: true })).not.toContain('Œuvrard Zoé');
    expect(await names({ neverCame: true })).toContain('Œuvrard Zoé');
  });

  test('is that of her relais alone; nobody else has one', async () => {
    expect(await names({ q: 'dusud' })).toEqual([]);
    expect(await names({}, neighbour)).toEqual(['Dusud Nadia']);
    expect(await names({}, other.animator)).toEqual([]);
    expect((await directory(ANONYMOUS, {}, NOW)).lines).toEqual([]);
  });

  test('pages by key in every order, without losing or repeating anyone', async () => {
    for (const sort of ['nom', 'commune', 'agrement', 'venue'] as const) {
      const whole = await names({ sort });
      const seen: string[] = [];
      let from: string | null = null;
      do {
        const page = await directory(world.animator, { sort }, NOW, { from, size: 1 });
        seen.push(...page.lines.map(({ name }) => name));
        from = page.next;
      } while (from !== null);
      expect(seen, sort).toEqual(whole);
    }
  });

  test('costs one query for 1 and for 30; so does a whole file', async () => {
    const big = await makeWorld();
    const first = await makeProfessional(big);
    const one = await countStatements(() => directory(big.animator, {}, NOW));
    const file = await countStatements(() => professionalPage(big.animator, first.personId, NOW));
    for (let index = 0; index < 29; index += 1) {
      await makeProfessional(big, { lastName: `Numéro ${index}` });
      await addAgrement(
        big.animator,
        { ...agrement(first.personId), validFrom: `20${10 + (index % 10)}-01-0${1 + (index % 9)}` },
        NOW,
      );
    }
    await makeSessions(big, ['2026-12-01', '2026-12-02', '2026-12-03']);
    expect(await countStatements(() => directory(big.animator, {}, NOW))).toBe(one);
    expect((await directory(big.animator, {}, NOW)).total).toBe(30);
    expect(await countStatements(() => professionalPage(big.animator, first.personId, NOW))).toBe(file);
  });

  test('exports what the filters show, and keeps who took it', async () => {
    const { header, rows } = await exportProfessionals(world.animator, { q: 'lefevre' }, NOW);
    expect(header).toHaveLength(rows[0]?.length ?? 0);
    expect(rows[0]).toEqual(
      expect.arrayContaining(['Lefèvre-Dupré', 'Élodie', 'assistante maternelle', '06 39 98 41 41', 3, '15/01/2027']),
    );
    const [kept] = await db().history.findMany({ where: { what: 'professionals.exported' } });
    expect(kept).toMatchObject({ actorId: world.animatorId, subject: 'account', detail: { rows: 1 } });
  });
});

const agrement = (personId: string) => ({
  ...{ personId, children: 4, underThree: 2, restrictions: '', validFrom: '2026-12-01' },
  validUntil: '2031-11-30',
});
const change = (personId: string, more: Partial<ProfessionalChange> = {}): ProfessionalChange => ({
  ...{ personId, firstName: 'Nadia', lastName: 'Morel', email: '', phone: '', communeId: null },
  kind: 'ASSISTANTE_MATERNELLE',
  ...more,
});

describe('changeProfessional', () => {
  test('what changed is kept and told, at both addresses when it is the e-mail; twice is harmless', async () => {
    const { personId } = await makeProfessional(world, { email: 'avant@exemple.fr' });
    const input = change(personId, { email: ' Apres@exemple.fr', phone: '0639980999', communeId: world.amiens });
    expect(done(await changeProfessional(world.animator, input, NOW)).changed).toEqual(['email', 'phone', 'communeId']);
    expect(done(await changeProfessional(world.animator, input, NOW)).changed).toEqual([]);
    expect(await db().person.findUnique({ where: { id: personId } })).toMatchObject({
      email: 'apres@exemple.fr',
      phone: '06 39 98 09 99',
    });
    expect((await mailsOf(personId)).map(({ to }) => to).sort()).toEqual(['apres@exemple.fr', 'avant@exemple.fr']);
    expect(await whatOf(personId)).toEqual(['professional.added', 'professional.changed']);
  });

  test('without e-mail nobody is written to', async () => {
    const { personId } = await makeProfessional(world);
    done(await changeProfessional(world.animator, change(personId, { phone: '06 39 98 00 11' }), NOW));
    expect(await mailsOf(personId)).toEqual([]);
  });

  test('refuses another’s e-mail, no number, a foreign commune, another relais’s file', async () => {
    const { personId } = await makeProfessional(world, { email: 'celle-ci@exemple.fr' });
    await makeProfessional(world, { email: 'prise@exemple.fr' });
    const code = async (actor: PersonActor, more: Partial<ProfessionalChange>) => {
      const outcome = await changeProfessional(actor, change(personId, more), NOW);
      return outcome.ok ? null : outcome.refusal.code;
    };
    expect(await code(world.animator, { email: 'PRISE@exemple.fr' })).toBe('EMAIL_TAKEN');
    expect(await code(world.animator, { phone: '12' })).toBe('PHONE_WRONG');
    expect(await code(world.animator, { communeId: other.amiens })).toBe('COMMUNE_UNKNOWN');
    expect(await code(neighbour, { phone: '' })).toBe('NOT_FOUND');
    expect(await code(other.animator, { phone: '' })).toBe('NOT_FOUND');
  });
});

describe('changeStatus and changeSituation', () => {
  test('a dated status, said once; the same day is corrected', async () => {
    const { personId } = await makeProfessional(world, { email: 'statut@exemple.fr' });
    const input = { personId, status: 'PAUSED' as const, from: '2026-12-01' };
    expect(await changeStatus(world.animator, input, NOW)).toEqual({ ok: true, again: false });
    expect(await changeStatus(world.animator, input, NOW)).toEqual({ ok: true, again: true });
    done(await changeStatus(world.animator, { ...input, status: 'CEASED' }, NOW));
    const page = await professionalPage(world.animator, personId, NOW);
    expect(page?.file.statuses.map(({ words, is }) => [words, is])).toEqual([
      ['Cessation', 'coming'],
      ['En activité', 'current'],
    ]);
    expect(await changeStatus(neighbour, input, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await changeStatus(world.animator, { ...input, from: '2026-02-30' }, NOW)).toMatchObject({
      refusal: { code: 'DATES_WRONG' },
    });
    expect((await mailsOf(personId)).map(({ template }) => template)).toEqual(['file-changed', 'file-changed']);
  });

  test('coming places: their fate must be said; kept, or withdrawn with a mail each', async () => {
    const { personId, actor } = await makeProfessional(world, { email: 'places@exemple.fr' });
    const { sessionIds } = await makeSessions(world, ['2026-12-08', '2026-12-10']);
    for (const sessionId of sessionIds) await book(actor, sessionId);
    const input = { personId, status: 'CEASED' as const, from: '2026-12-09' };
    expect(await changeSituation(world.animator, { ...input, upcoming: null }, NOW)).toEqual({
      ok: false,
      refusal: { code: 'UPCOMING_UNSAID', count: 1 },
    });
    expect(await whatOf(personId)).toEqual(['professional.added']);
    expect(await changeSituation(world.animator, { ...input, upcoming: 'withdraw' }, NOW)).toMatchObject({
      withdrawn: 1,
    });
    const states = await db().enrollment.findMany({
      where: { personId },
      orderBy: { session: { startsAt: 'asc' } },
      select: { state: true },
    });
    expect(states.map(({ state }) => state)).toEqual(['CONFIRMED', 'WITHDRAWN']);
    expect((await mailsOf(personId)).map(({ template }) => template)).toContain('enrollment-withdrawn');
    expect(await changeSituation(world.animator, { ...input, upcoming: 'withdraw' }, NOW)).toMatchObject({
      withdrawn: 0,
      again: true,
    });
    expect(
      await changeSituation(world.animator, { personId, status: 'ACTIVE', from: '2026-12-20', upcoming: null }, NOW),
    ).toMatchObject({ ok: true });
  });
});

test('addAgrement: added, corrected under the same day, refused when wrong', async () => {
  const { personId } = await makeProfessional(world);
  expect(await addAgrement(world.animator, agrement(personId), NOW)).toEqual({ ok: true, again: false });
  expect(await addAgrement(world.animator, agrement(personId), NOW)).toEqual({ ok: true, again: true });
  done(await addAgrement(world.animator, { ...agrement(personId), children: 3 }, NOW));
  expect(await db().agrement.count({ where: { professional: { personId } } })).toBe(2);
  const history = await rowsOfHistory(personId);
  expect(history.at(-1)).toMatchObject({ what: 'agrement.corrected', detail: { children: 3, before: 4 } });
  const refusal = async (more: object, actor = world.animator) => {
    const outcome = await addAgrement(actor, { ...agrement(personId), ...more }, NOW);
    return outcome.ok ? null : outcome.refusal.code;
  };
  expect(await refusal({ validUntil: '2026-11-30' })).toBe('DATES_WRONG');
  expect(await refusal({ underThree: 5 })).toBe('AGREMENT_WRONG');
  expect(await refusal({}, neighbour)).toBe('NOT_FOUND');
});

describe('her relais', () => {
  test('a new home: she leaves the former one the day before, and the new team reads her file', async () => {
    const { personId } = await makeProfessional(world);
    const input = { personId, relaisId: world.south, home: true, from: '2026-11-01' };
    expect(await professionalPage(neighbour, personId, NOW)).toBe(null);
    expect(await changeMembership(neighbour, input, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await changeMembership(world.animator, { ...input, relaisId: other.north }, NOW)).toMatchObject({
      refusal: { code: 'RELAIS_UNKNOWN' },
    });
    expect(await changeMembership(world.animator, { ...input, from: '2019-01-01' }, NOW)).toMatchObject({
      refusal: { code: 'DATES_WRONG' },
    });
    done(await changeMembership(world.animator, input, NOW));
    expect((await professionalPage(neighbour, personId, NOW))?.file.ties).toMatchObject([
      { name: 'Relais sud', home: true, is: 'current' },
      { name: 'Relais nord', home: true, is: 'past' },
    ]);
    expect(await professionalPage(world.animator, personId, NOW)).toBe(null);
    expect(await changeMembership(neighbour, input, NOW)).toEqual({ ok: true, again: true });
  });

  test('leaving the last one: it keeps her file; places after that day must be spoken for', async () => {
    const { personId, actor } = await makeProfessional(world);
    const { sessionIds } = await makeSessions(world, ['2026-12-15']);
    await book(actor, sessionIds[0] ?? '');
    const input = { personId, relaisId: world.north, until: '2026-11-21' };
    expect(await endMembership(world.animator, { ...input, upcoming: null }, NOW)).toMatchObject({
      refusal: { code: 'UPCOMING_UNSAID' },
    });
    expect(await endMembership(world.animator, { ...input, upcoming: 'keep' }, NOW)).toMatchObject({ withdrawn: 0 });
    expect((await professionalPage(world.animator, personId, NOW))?.file.name).toBe('Nadia Morel');
    expect(await leaveRelais(world.animator, input, NOW)).toEqual({ ok: true, again: true });
    expect(await leaveRelais(world.animator, { ...input, until: '2019-01-01' }, NOW)).toMatchObject({
      refusal: { code: 'DATES_WRONG' },
    });
    expect(await leaveRelais(world.animator, { ...input, relaisId: world.south }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });
});

test('recordPaper: a signature on paper replaces "à signer", once', async () => {
  const { personId } = await makeProfessional(world);
  const version = {
    of: { collectiviteId: world.collectiviteId },
    kind: 'REGLEMENT',
    title: 'Règlement',
    body: 'Chacune signe.',
  } as const;
  const { reglementId } = done(await publishReglement(SYSTEM, { ...version, effectiveFrom: '2026-01-01' }, NOW));
  await db().acceptance.create({
    data: { collectiviteId: world.collectiviteId, personId, reglementId, mode: 'TO_SIGN', at: NOW },
  });
  const accepted = async () => (await professionalPage(world.animator, personId, NOW))?.file.signatures[0]?.accepted;
  expect(await accepted()).toBe(null);
  expect(await recordPaper(neighbour, { personId, reglementId }, NOW)).toMatchObject({ ok: false });
  expect(await recordPaper(world.animator, { personId, reglementId }, NOW)).toEqual({ ok: true, again: false });
  expect(await recordPaper(world.animator, { personId, reglementId }, NOW)).toEqual({ ok: true, again: true });
  expect(await accepted()).toBe('signé sur papier le 22 novembre 2026');
});

test('openFile: warns of a likely double, even in another relais, unless told that it is someone else', async () => {
  const { personId } = await makeProfessional(world, {
    firstName: 'Maëlle',
    lastName: 'Géraud',
    phone: '06 39 98 70 70',
  });
  const memberships = [{ relaisId: world.south, home: true, from: '2026-11-22' }];
  const statuses = [{ status: 'ACTIVE' as const, from: '2026-11-22' }];
  const file = {
    firstName: 'MAELLE',
    lastName: 'Geraud',
    phone: '0639987070',
    kind: 'CANDIDATE' as const,
    memberships,
    statuses,
  };
  expect(await openFile(neighbour, { file, sure: false }, NOW)).toMatchObject({
    refusal: { code: 'LIKELY_DOUBLE', doubles: [{ id: personId, mine: false, reason: 'même nom et même téléphone' }] },
  });
  const made = done(await openFile(neighbour, { file: { ...file, email: 'maelle@exemple.fr' }, sure: true }, NOW));
  expect((await mailsOf(made.personId)).map(({ template }) => template)).toEqual(['access-opened']);
  expect(await openFile(world.animator, { file, sure: true }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
});

async function book(actor: PersonActor, sessionId: string): Promise<void> {
  const { id } = await db().professional.findUniqueOrThrow({ where: { personId: actor.personId } });
  const party = { childIds: [], others: [{ fromMonths: 18, count: 1 }], wish: 'ASK' as const, declared: [] };
  const outcome = await enroll({ ...actor, professionalId: id }, { sessionId, ...party }, NOW);
  expect(outcome.outcome).toBe('enrolled');
}
