import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { acceptAccess } from '#app/people/acceptAccess.server.ts';
import { accessRequestCount, accessRequests } from '#app/people/access-requests.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { forgetAccessRequests } from '#app/people/forgetAccessRequests.server.ts';
import { refuseAccess } from '#app/people/refuseAccess.server.ts';
import { requestAccess, type AccessAsked } from '#app/people/requestAccess.server.ts';
import {
  actorOf,
  countStatements,
  done,
  makeProfessional,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase({ fresh: true });
let world: World;
let neighbour: PersonActor;
const start = async () => {
  world = await makeWorld();
  neighbour = actorOf(world.collectiviteId, world.speakerId, [{ role: 'ANIMATOR', relaisId: world.south }]);
};
beforeAll(start);

const asked = (more: Partial<AccessAsked> = {}): AccessAsked => ({
  ...{ firstName: 'Lina', lastName: 'Caron', kind: 'CANDIDATE', email: 'lina@exemple.fr', phone: '' },
  ...{ relaisId: world.north, communeId: null },
  ...more,
});
const pending = async (more: Partial<AccessAsked> = {}): Promise<string> => {
  done(await requestAccess(asked(more), NOW));
  return (await db().accessRequest.findFirstOrThrow({ where: { state: 'PENDING' } })).id;
};
const mails = () => db().outgoingMail.findMany({ select: { to: true, template: true, personId: true } });

describe('requestAccess', () => {
  test('the relais she names, or the one that serves her commune; asking twice is one request', async () => {
    await start();
    expect(done(await requestAccess(asked(), NOW)).relais).toBe('Relais nord');
    expect(done(await requestAccess(asked({ email: ' LINA@exemple.fr ' }), NOW)).relais).toBe('Relais nord');
    expect(await db().accessRequest.count()).toBe(1);
    done(await requestAccess(asked({ relaisId: null, communeId: world.amiens, email: '', phone: '0639980101' }), NOW));
    expect(await db().accessRequest.findMany({ where: { phone: '06 39 98 01 01' } })).toMatchObject([
      { communeId: world.amiens },
    ]);
  });

  test('known or not, the answer is the same; nobody is written to', async () => {
    await start();
    await makeProfessional(world, { email: 'lina@exemple.fr' });
    expect(await requestAccess(asked(), NOW)).toEqual({ ok: true, relais: 'Relais nord' });
    expect(await mails()).toEqual([]);
  });

  test('refuses what leads to no relais, and whoever cannot be answered', async () => {
    await start();
    const code = async (more: Partial<AccessAsked>) => {
      const outcome = await requestAccess(asked(more), NOW);
      return outcome.ok ? null : outcome.refusal.code;
    };
    expect(await code({ relaisId: null })).toBe('NO_RELAIS');
    expect(await code({ email: '' })).toBe('NO_CONTACT');
    expect(await code({ phone: '123' })).toBe('PHONE_WRONG');
    const { id: boves } = await db().commune.findFirstOrThrow({ where: { name: 'Boves' } });
    expect(await code({ relaisId: null, communeId: boves })).toBe('NO_RELAIS');
  });
});

describe('answering', () => {
  test('accepted: a file, an open access, a mail; twice makes nothing more', async () => {
    await start();
    const requestId = await pending({ phone: '0639980202' });
    expect(await accessRequestCount(world.animator)).toBe(1);
    const opened = done(await acceptAccess(world.animator, { requestId, personId: null }, NOW));
    expect(opened).toMatchObject({ mailed: true, again: false });
    expect(
      await db().person.findUnique({
        where: { id: opened.personId },
        include: { professional: { include: { memberships: true, statuses: true } } },
      }),
    ).toMatchObject({
      ...{ email: 'lina@exemple.fr', phone: '06 39 98 02 02' },
      professional: {
        kind: 'CANDIDATE',
        memberships: [{ relaisId: world.north, home: true }],
        statuses: [{ status: 'ACTIVE' }],
      },
    });
    expect(await mails()).toEqual([{ to: 'lina@exemple.fr', template: 'access-opened', personId: opened.personId }]);
    expect((await rowsOfHistory(opened.personId)).map(({ what }) => what).sort()).toEqual([
      'access.accepted',
      'professional.added',
    ]);
    expect(done(await acceptAccess(world.animator, { requestId, personId: null }, NOW))).toEqual({
      ok: true,
      personId: opened.personId,
      mailed: false,
      again: true,
    });
    expect(await refuseAccess(world.animator, { requestId, words: '' }, NOW)).toMatchObject({
      refusal: { code: 'ANSWERED' },
    });
    expect(await accessRequestCount(world.animator)).toBe(0);
  });

  test('linked to the file she has, in another relais: tied to both, given the e-mail it lacked', async () => {
    await start();
    const memberships = [{ relaisId: world.south, home: true, from: '2020-01-01' }];
    const { personId } = await makeProfessional(world, { firstName: 'LINA', lastName: 'Càron', memberships });
    const requestId = await pending();
    const [shown] = await accessRequests(world.animator, NOW);
    expect(shown?.doubles).toMatchObject([{ id: personId, mine: false, hasEmail: false, reason: 'même nom' }]);
    done(await acceptAccess(world.animator, { requestId, personId }, NOW));
    const ties = await db().relaisMembership.findMany({
      where: { professional: { personId } },
      orderBy: { from: 'asc' },
    });
    expect(ties).toMatchObject([
      { relaisId: world.south, home: true },
      { relaisId: world.north, home: false },
    ]);
    expect(await db().person.findUnique({ where: { id: personId } })).toMatchObject({ email: 'lina@exemple.fr' });
    expect(await mails()).toMatchObject([{ template: 'access-opened', personId }]);
  });

  test('a new file is refused when the e-mail is someone’s; staff cannot be linked', async () => {
    await start();
    await makeProfessional(world, { email: 'lina@exemple.fr' });
    const requestId = await pending();
    expect(await acceptAccess(world.animator, { requestId, personId: null }, NOW)).toMatchObject({
      refusal: { code: 'EMAIL_TAKEN' },
    });
    expect(await acceptAccess(world.animator, { requestId, personId: world.animatorId }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    expect(await db().accessRequest.findUnique({ where: { id: requestId } })).toMatchObject({ state: 'PENDING' });
  });

  test('another relais’s request does not exist for her', async () => {
    await start();
    const requestId = await pending();
    expect(await accessRequests(neighbour, NOW)).toEqual([]);
    expect(await acceptAccess(neighbour, { requestId, personId: null }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    expect(await refuseAccess(neighbour, { requestId, words: '' }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    const far = await makeWorld();
    expect(await acceptAccess(far.animator, { requestId, personId: null }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });

  test('refused with a word, once', async () => {
    await start();
    const requestId = await pending();
    expect(await refuseAccess(world.animator, { requestId, words: 'Voyez Amiens.' }, NOW)).toEqual({
      ok: true,
      mailed: true,
      again: false,
    });
    expect(await refuseAccess(world.animator, { requestId, words: 'Encore.' }, NOW)).toEqual({
      ok: true,
      mailed: false,
      again: true,
    });
    expect(await mails()).toEqual([{ to: 'lina@exemple.fr', template: 'access-refused', personId: null }]);
    expect(await db().person.count({ where: { firstName: 'Lina' } })).toBe(0);
  });
});

test('the list costs as many queries for 1 request as for 30', async () => {
  await start();
  await pending();
  const one = await countStatements(() => accessRequests(world.animator, NOW));
  for (let index = 0; index < 29; index += 1)
    done(await requestAccess(asked({ lastName: `Numéro ${index}`, communeId: world.amiens }), NOW));
  expect(await accessRequests(world.animator, NOW)).toHaveLength(30);
  expect(await countStatements(() => accessRequests(world.animator, NOW))).toBe(one);
});

test('forgets what was answered two months ago', async () => {
  await start();
  const requestId = await pending();
  done(await refuseAccess(world.animator, { requestId, words: '' }, NOW));
  const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  expect(await forgetAccessRequests(later(59))).toBe(0);
  expect(await forgetAccessRequests(later(61))).toBe(1);
});
