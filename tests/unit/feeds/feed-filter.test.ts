import { describe, expect, it } from 'vitest';
import { filterQuery, placeSlug, readFilter, sitesMeant } from '#app/feeds/feed-filter.ts';

const read = (query: string) => readFilter(new URLSearchParams(query));

describe('a filter', () => {
  it.each([
    ['', [], []],
    ['type=&lieu=', [], []],
    ['type=reunion,atelier', ['ATELIER', 'REUNION'], []],
    ['type=Réunion&type=ATELIER,,', ['ATELIER', 'REUNION'], []],
    ['lieu=b,A,b', [], ['a', 'b']],
  ])('%s', (query, kinds, places) => {
    expect(read(query)).toEqual({ ok: true, filter: { kinds, places } });
  });

  it('refuses a type that does not exist', () => {
    expect(read('type=atelier,concert')).toEqual({ ok: false, unknown: 'concert' });
  });

  it('is written one way', () => {
    const canonical = (query: string) => {
      const reading = read(query);
      return reading.ok ? filterQuery(reading.filter) : null;
    };
    expect(canonical('type=reunion,atelier&lieu=b,a')).toBe('?type=atelier,reunion&lieu=a,b');
    expect(canonical('')).toBe('');
    expect(canonical('lieu=a%26b')).toBe('?lieu=a%26b');
  });
});

describe('places', () => {
  const sites = [
    { id: 'id-1', name: 'Maison de l’enfance' },
    { id: 'id-2', name: 'École Œuvre d’Été (2)' },
    { id: 'id-3', name: 'maison de l’Enfance' },
  ];

  it('are named by slug or id', () => {
    expect(sites.map(({ name }) => placeSlug(name))).toEqual([
      'maison-de-l-enfance',
      'ecole-oeuvre-d-ete-2',
      'maison-de-l-enfance',
    ]);
    expect(sitesMeant(['ecole-oeuvre-d-ete-2', 'id-1'], sites)).toEqual(['id-2', 'id-1']);
    expect(sitesMeant(['maison-de-l-enfance'], sites)).toEqual(['id-1', 'id-3']);
    expect(sitesMeant(['id-1', 'lune'], sites)).toBeNull();
    expect(sitesMeant([], sites)).toEqual([]);
  });
});
