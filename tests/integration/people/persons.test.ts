import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { ANONYMOUS, SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { addIntervenant } from '#app/people/addIntervenant.server.ts';
import { addParticipant } from '#app/people/addParticipant.server.ts';
import { addProfessionals, type NewProfessional } from '#app/people/addProfessionals.server.ts';
import { addStaff } from '#app/people/addStaff.server.ts';
import { changeContact } from '#app/people/changeContact.server.ts';
import { myIdentity } from '#app/people/my-identity.server.ts';
import {
  actorOf,
  done,
  makeProfessional,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase();
let world: World;
let other: World;
let admin: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld();
  admin = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ADMIN', relaisId: null }]);
});

describe('addStaff', () => {
  const input = (more: object = {}) => ({
    collectiviteId: world.collectiviteId,
    firstName: ' Inès ',
    lastName: 'Roux',
    email: 'Ines.Roux@Exemple.fr',
    roles: [{ role: 'SECRETARY' as const, relaisId: world.north, from: '2026-01-01' }],
    ...more,
  });

  test('a person with her dated roles', async () => {
    const { personId } = done(await addStaff(admin, input(), NOW));
    const person = await db().person.findUniqueOrThrow({ where: { id: personId }, include: { roles: true } });
    expect(person).toMatchObject({
      firstName: 'Inès',
      email: 'ines.roux@exemple.fr',
      roles: [{ role: 'SECRETARY', relaisId: world.north }],
    });
    expect(await rowsOfHistory(personId)).toMatchObject([{ what: 'staff.added', actorId: admin.personId }]);
  });

  test('refuses twice the same e-mail, a foreign relais, and whoever does not manage staff', async () => {
    expect(await addStaff(admin, input(), NOW)).toEqual({
      ok: false,
      refusal: { code: 'EMAIL_TAKEN', emails: ['ines.roux@exemple.fr'] },
    });
    const roles = [{ role: 'SECRETARY', relaisId: other.north, from: '2026-01-01' }];
    expect(await addStaff(admin, input({ email: undefined, roles }), NOW)).toMatchObject({
      refusal: { code: 'RELAIS_UNKNOWN' },
    });
    expect(await addStaff(world.animator, input(), NOW)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
    expect(await addStaff(admin, input({ collectiviteId: other.collectiviteId }), NOW)).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    });
  });
});

describe('addProfessionals', () => {
  const file = (more: Partial<NewProfessional> = {}): NewProfessional => ({
    firstName: 'Nadia',
    lastName: 'Morel',
    kind: 'ASSISTANTE_MATERNELLE',
    memberships: [{ relaisId: world.north, home: true, from: '2020-01-01' }],
    statuses: [{ status: 'ACTIVE', from: '2020-01-01' }],
    ...more,
  });
  const code = async (files: NewProfessional[]) => {
    const outcome = await addProfessionals(world.animator, files, NOW);
    return outcome.ok ? null : outcome.refusal.code;
  };

  test('many at once, in the order given, each with her history', async () => {
    const files = [
      file({ email: 'a@exemple.fr', communeId: world.amiens }),
      file({ firstName: 'Awa', agrement: { children: 3, validFrom: '2024-01-01' } }),
    ];
    const { personIds } = done(await addProfessionals(world.animator, files, NOW));
    const people = await db().person.findMany({
      where: { id: { in: personIds } },
      include: { professional: { include: { agrements: true, memberships: true, statuses: true } } },
    });
    expect(personIds.map((id) => people.find((one) => one.id === id)?.firstName)).toEqual(['Nadia', 'Awa']);
    expect(people.find(({ firstName }) => firstName === 'Awa')?.professional).toMatchObject({
      agrements: [{ children: 3 }],
      memberships: [{ home: true, relaisId: world.north }],
      statuses: [{ status: 'ACTIVE' }],
    });
    expect(await rowsOfHistory(personIds[1] ?? '')).toMatchObject([{ what: 'professional.added' }]);
  });

  test('all or none: a known or doubled e-mail, no home, no status, foreign relais or commune', async () => {
    const before = await db().person.count();
    expect(await code([file(), file({ email: 'A@exemple.fr' })])).toBe('EMAIL_TAKEN');
    expect(await code([file({ email: 'b@exemple.fr' }), file({ email: 'b@exemple.fr' })])).toBe('EMAIL_TAKEN');
    expect(await code([file({ memberships: [] })])).toBe('NO_HOME');
    expect(await code([file({ statuses: [] })])).toBe('NO_STATUS');
    expect(await code([file({ memberships: [{ relaisId: world.south, home: true, from: '2020-01-01' }] })])).toBe(
      'NOT_FOUND',
    );
    expect(await code([file({ memberships: [{ relaisId: other.north, home: true, from: '2020-01-01' }] })])).toBe(
      'NOT_FOUND',
    );
    expect(await code([file({ communeId: other.amiens })])).toBe('COMMUNE_UNKNOWN');
    expect(await addProfessionals(ANONYMOUS, [file()], NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await db().person.count()).toBe(before);
  });
});

test('addIntervenant: for a relais where one plans, an e-mail once', async () => {
  const input = {
    relaisId: world.north,
    firstName: 'Odette',
    lastName: 'Flour',
    profession: 'musicienne',
    email: 'odette@exemple.fr',
  };
  const { personId } = done(await addIntervenant(world.animator, input, NOW));
  expect(await db().intervenant.findUnique({ where: { personId } })).toMatchObject({ profession: 'musicienne' });
  expect(await addIntervenant(world.animator, input, NOW)).toMatchObject({ refusal: { code: 'EMAIL_TAKEN' } });
  expect(await addIntervenant(world.animator, { ...input, relaisId: world.south }, NOW)).toMatchObject({
    refusal: { code: 'NOT_FOUND' },
  });
});

test('addParticipant: no account, brought by someone of the same collectivité', async () => {
  const { personId: broughtById } = await makeProfessional(world);
  const input = { relaisId: world.north, firstName: 'Tom', lastName: 'Durand', kind: 'PARENT' as const, broughtById };
  const { personId } = done(await addParticipant(world.animator, input, NOW));
  expect(await db().person.findUnique({ where: { id: personId }, include: { participant: true } })).toMatchObject({
    email: null,
    participant: { kind: 'PARENT', broughtById },
  });
  const stranger = (await makeProfessional(other)).personId;
  expect(await addParticipant(world.animator, { ...input, broughtById: stranger }, NOW)).toMatchObject({
    refusal: { code: 'BRINGER_UNKNOWN' },
  });
  expect(await addParticipant(world.animator, { ...input, relaisId: other.north }, NOW)).toMatchObject({
    refusal: { code: 'NOT_FOUND' },
  });
});

describe('changeContact', () => {
  test('her own number, written the same way; twice leaves one line of history; empty removes it', async () => {
    const { actor, personId } = await makeProfessional(world);
    expect(await changeContact(actor, { phone: '+33639980102' }, NOW)).toEqual({ ok: true, phone: '06 39 98 01 02' });
    expect(await changeContact(actor, { phone: '0639980102' }, NOW)).toEqual({ ok: true, phone: '06 39 98 01 02' });
    expect((await rowsOfHistory(personId)).map(({ what }) => what)).toEqual(['professional.added', 'phone.changed']);
    expect(await changeContact(actor, { phone: '12' }, NOW)).toEqual({ ok: false, refusal: { code: 'PHONE_WRONG' } });
    expect(await changeContact(actor, { phone: ' ' }, NOW)).toEqual({ ok: true, phone: null });
  });

  test('nobody else’s, and not as a person of another collectivité', async () => {
    const { personId } = await makeProfessional(world);
    expect(await changeContact(ANONYMOUS, { phone: '' }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await changeContact(actorOf(other.collectiviteId, personId), { phone: '' }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    expect(await changeContact(SYSTEM, { phone: '' }, NOW)).toMatchObject({ ok: false });
  });
});

test('myIdentity: her name, profession and the relais she belongs to now, her home first', async () => {
  const memberships = [
    { relaisId: world.south, home: false, from: '2026-01-01' },
    { relaisId: world.north, home: true, from: '2020-01-01' },
  ];
  const { actor } = await makeProfessional(world, { memberships, communeId: world.amiens });
  expect(await myIdentity(actor, NOW)).toMatchObject({
    name: 'Nadia Morel',
    profession: 'assistante maternelle',
    commune: 'Amiens',
    relais: [
      { name: 'Relais nord', home: true },
      { name: 'Relais sud', home: false },
    ],
  });
  expect((await myIdentity(actor, new Date('2025-12-31T12:00:00Z')))?.relais.map(({ name }) => name)).toEqual([
    'Relais nord',
  ]);
  expect(await myIdentity(ANONYMOUS, NOW)).toBe(null);
});
