import { expect, test } from 'vitest';

import { ANONYMOUS, SYSTEM, type PersonActor, type StaffRole } from '#app/people/actor.ts';
import { may, mayAt, mayInCollectivite, relaisWhere } from '#app/people/permissions.ts';

const person = (...roles: StaffRole[]): PersonActor => ({
  kind: 'person',
  personId: 'p',
  collectiviteId: 'c',
  name: '',
  professionalId: null,
  intervenantId: null,
  roles,
});

const at = (relaisId: string) => ({ relaisId, collectiviteId: 'c' });

test('a role holds in its relais, or in all of them', () => {
  const animator = person({ role: 'ANIMATOR', relaisId: 'nord' });
  expect([may(animator, 'session.plan', at('nord')), may(animator, 'session.plan', at('sud'))]).toEqual([true, false]);
  expect(may(animator, 'relais.settings', at('nord'))).toBe(false);
  expect(relaisWhere(animator, 'session.plan')).toEqual(['nord']);
  const coordinator = person({ role: 'COORDINATOR', relaisId: null });
  expect(may(coordinator, 'session.plan', at('sud'))).toBe(true);
  expect(may(coordinator, 'session.plan', { relaisId: 'sud', collectiviteId: 'other' })).toBe(false);
  expect(relaisWhere(coordinator, 'relais.settings')).toBe('all');
});

test('over a whole collectivité: a role without relais, and in one’s own', () => {
  const admin = person({ role: 'ADMIN', relaisId: null });
  expect([mayInCollectivite(admin, 'staff.manage', 'c'), mayInCollectivite(admin, 'staff.manage', 'other')]).toEqual([
    true,
    false,
  ]);
  expect(mayInCollectivite(person({ role: 'ADMIN', relaisId: 'nord' }), 'staff.manage', 'c')).toBe(false);
});

test('a visitor may nothing, the application itself everything', () => {
  expect([may(ANONYMOUS, 'session.plan', at('nord')), relaisWhere(ANONYMOUS, 'session.plan')]).toEqual([false, []]);
  expect([may(SYSTEM, 'staff.manage', at('nord')), mayInCollectivite(SYSTEM, 'staff.manage', 'c')]).toEqual([
    true,
    true,
  ]);
});

test('one who covers for a colleague may lead that session, and nothing else there', () => {
  const covering: PersonActor = { ...person({ role: 'ANIMATOR', relaisId: 'nord' }), covers: ['s'] };
  const covered = { id: 's', ...at('sud') };
  expect(mayAt(covering, 'attendance.mark', covered)).toBe(true);
  expect(mayAt(covering, 'session.plan', covered)).toBe(false);
  expect(mayAt(covering, 'attendance.mark', { id: 'other', ...at('sud') })).toBe(false);
});
