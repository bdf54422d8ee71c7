import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  directoryQuery,
  readDirectory,
  searchWords,
  type AgrementFilter,
  type DirectoryFilters,
} from '#app/people/directory-filters.ts';

const read = (query: string) => readDirectory(new URLSearchParams(query));

test('what is not understood is left out', () => {
  expect(read('q=++&commune=1&metier=toutes&statut=x&agrement=7&sansmail=0&tri=age')).toEqual({});
  expect(read('q=du+pont&metier=am&statut=toutes&agrement=0&sansmail=1')).toEqual({
    ...{ q: 'du pont', kind: 'ASSISTANTE_MATERNELLE', status: 'all', agrement: 0, withoutEmail: true },
  });
});

test('an address read and written again is the same', () => {
  const filters: fc.Arbitrary<DirectoryFilters> = fc.record(
    {
      q: fc.constantFrom('élodie', 'a & b'),
      relais: fc.constant('nord'),
      communeId: fc.uuid(),
      kind: fc.constantFrom('ASSISTANTE_MATERNELLE', 'CANDIDATE'),
      status: fc.constantFrom('ACTIVE', 'PAUSED', 'CEASED', 'all'),
      agrement: fc.constantFrom<AgrementFilter[]>(0, 3, 6, 12, 'none'),
      withoutEmail: fc.constant(true),
      neverCame: fc.constant(true),
      sort: fc.constantFrom('commune', 'agrement', 'venue'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, (given) => {
      expect(read(directoryQuery(given))).toEqual({ ...given });
    }),
  );
});

test.each([
  ['Lefèvre-Dupré', ['lefevre', 'dupre']],
  ['  d’Œuvre ', ['d', 'oeuvre']],
  ['06 39.98 10 00', ['0639981000']],
  ['+33 6 39 98 10 00', ['0639981000']],
  ['nadia 06', ['nadia', '06']],
  ['', []],
])('searchWords(%j)', (typed, words) => expect(searchWords(typed)).toEqual(words));
