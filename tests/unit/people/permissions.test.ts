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

test('a role holds in its relais, or in all of them', () => {
  const animator = person({ role: 'ANIMATOR', relaisId: 'nord' });
  expect([may(animator, 'session.plan', 'nord'), may(animator, 'session.plan', 'sud')]).toEqual([true, false]);
  expect(may(animator, 'relais.settings', 'nord')).toBe(false);
  expect(relaisWhere(animator, 'session.plan')).toEqual(['nord']);
  const coordinator = person({ role: 'COORDINATOR', relaisId: null });
  expect(may(coordinator, 'session.plan', 'sud')).toBe(true);
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
  expect([may(ANONYMOUS, 'session.plan', 'nord'), relaisWhere(ANONYMOUS, 'session.plan')]).toEqual([false, []]);
  expect([may(SYSTEM, 'staff.manage', 'nord'), mayInCollectivite(SYSTEM, 'staff.manage', 'c')]).toEqual([true, true]);
});

test('one who covers for a colleague may lead that session, and nothing else there', () => {
  const covering: PersonActor = { ...person({ role: 'ANIMATOR', relaisId: 'nord' }), covers: ['s'] };
  const covered = { id: 's', relaisId: 'sud' };
  expect(mayAt(covering, 'attendance.mark', covered)).toBe(true);
  expect(mayAt(covering, 'session.plan', covered)).toBe(false);
  expect(mayAt(covering, 'attendance.mark', { id: 'other', relaisId: 'sud' })).toBe(false);
});
