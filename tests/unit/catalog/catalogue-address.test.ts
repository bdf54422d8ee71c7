import { describe, expect, it, test } from 'vitest';
import { catalogueAddress, followAddress, readView, toggleKind, withFilters } from '#app/catalog/catalogue-address.ts';
import { readFilters } from '#app/catalog/catalogue-filters.ts';

const list = { as: 'list', from: null } as const;

test.each([
  ['/activites', {}, list],
  [
    '/activites?relais=nord&type=atelier,reunion&places=1',
    { relais: 'nord', kinds: ['REUNION', 'ATELIER'], places: true },
    list,
  ],
  ['/activites?vue=mois', {}, { as: 'month', month: null }],
  ['/activites?mes=1&vue=mois&mois=2026-12', { mes: true }, { as: 'month', month: '2026-12' }],
  ['/activites?du=2026-12-01&suite=abc', { du: '2026-12-01' }, { as: 'list', from: 'abc' }],
] as const)('%s is written and read back', (address, filters, view) => {
  expect(catalogueAddress(filters, view)).toBe(address);
  const query = new URL(address, 'http://ici.invalid').searchParams;
  expect(readView(query)).toEqual(view);
  expect(catalogueAddress(readFilters(query), readView(query))).toBe(address);
});

test('a kind is added, then taken away', () => {
  const once = toggleKind({ places: true }, 'ATELIER');
  expect(once).toEqual({ places: true, kinds: ['ATELIER'] });
  expect(toggleKind(once, 'REUNION').kinds).toEqual(['ATELIER', 'REUNION']);
  expect(toggleKind(once, 'ATELIER')).toEqual({ places: true });
});

test('a filter is replaced or taken away', () => {
  expect(withFilters({ relais: 'nord', du: '2026-12-01' }, { relais: undefined, au: '2026-12-31' })).toEqual({
    du: '2026-12-01',
    au: '2026-12-31',
  });
});

describe('followAddress', () => {
  it.each([
    [{}, '/mon-espace/messages#suivis'],
    [{ relais: 'nord', q: 'eau', places: true }, '/mon-espace/messages?relais=nord#suivis'],
    [{ kinds: ['ATELIER'], lieu: 'x' }, '/mon-espace/messages?type=atelier&lieu=x#suivis'],
    [{ kinds: ['ATELIER', 'REUNION'] }, '/mon-espace/messages#suivis'],
  ] as const)('%j: %s', (filters, address) => expect(followAddress(filters)).toBe(address));
});
