import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { doublePairs, doubleReason, type Named } from '#app/people/doubles.ts';

const someone = (id: string, more: Partial<Named> = {}): Named => ({
  ...{ id, firstName: 'Nadia', lastName: 'Morel', email: null, phone: null, communeId: 'amiens' },
  ...more,
});

describe('doubleReason', () => {
  test.each([
    ['email', { lastName: 'Autre', email: 'a@exemple.fr' }, { email: 'a@exemple.fr' }],
    ['phone-name', { phone: '06 39 98 10 00' }, { phone: '06.39.98.10.00', communeId: 'boves' }],
    ['name-commune', { firstName: 'MOREL', lastName: 'nadia' }, {}],
    ['name-commune', { firstName: 'Élo-die', lastName: 'Œuvrard' }, { firstName: 'elo die', lastName: 'OEUVRARD' }],
    ['name', { communeId: null }, {}],
    [null, { communeId: 'boves' }, {}],
    ['near-name', { lastName: 'Moral' }, {}],
    [null, { lastName: 'Moral', communeId: null }, {}],
    [null, { lastName: 'Maurel' }, { lastName: 'Morin' }],
    [
      'near-name',
      { firstName: 'Marie-Christine', lastName: 'Lefebvre' },
      { firstName: 'Marie Cristine', lastName: 'Lefevre' },
    ],
    ['phone', { lastName: 'Autre', phone: '06 39 98 10 00' }, { phone: '06 39 98 10 00' }],
    [null, { lastName: 'Autre' }, {}],
  ] as const)('%s', (reason, a, b) => {
    expect(doubleReason(someone('a', a), someone('b', b))).toBe(reason);
    expect(doubleReason(someone('b', b), someone('a', a))).toBe(reason);
  });
});

test('doublePairs: each pair once, the surest first', () => {
  const people = [
    someone('a'),
    someone('b', { lastName: 'Moral' }),
    someone('c', { phone: '06 39 98 10 00', email: 'c@exemple.fr' }),
    someone('d', { lastName: 'Autre', phone: '06 39 98 10 00' }),
  ];
  expect(doublePairs(people).map(({ a, b, reason }) => `${a.id}${b.id} ${reason}`)).toEqual([
    'ac name-commune',
    'ab near-name',
    'bc near-name',
    'cd phone',
  ]);
});

test('grouping loses no pair that comparing everyone with everyone would find', () => {
  const names = fc.constantFrom('Morel', 'Moral', 'Nadia', 'Nadja', 'Petit', 'Élise');
  const person = fc.record({
    firstName: names,
    lastName: names,
    email: fc.constant(null),
    phone: fc.constantFrom(null, '06 39 98 10 00', '06 39 98 10 01'),
    communeId: fc.constantFrom(null, 'amiens', 'boves'),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), (rows) => {
      const people = rows.map((row, index) => ({ ...row, id: String(index) }));
      const all = people.flatMap((a, i) => people.slice(i + 1).filter((b) => doubleReason(a, b) !== null));
      expect(doublePairs(people)).toHaveLength(all.length);
    }),
  );
});
