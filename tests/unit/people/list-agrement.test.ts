import { expect, test } from 'vitest';
import { newerAgrement, type HeldAgrement } from '#app/people/list-agrement.ts';

const listed = (validFrom: string, validUntil?: string) => ({
  children: 4,
  validFrom,
  ...(validUntil && { validUntil }),
});
const held = (validFrom: string, validUntil: string | null): HeldAgrement => ({ validFrom, validUntil });

test.each<[string, Parameters<typeof newerAgrement>[0]['agrement'], boolean, HeldAgrement | null, string | null]>([
  ['a first one', listed('2026-11-22'), false, null, '2026-11-22'],
  ['none in the list', null, false, null, null],
  ['one that ends later', listed('2026-09-01', '2031-08-31'), true, held('2021-09-01', '2026-08-31'), '2026-09-01'],
  ['the same end', listed('2021-09-01', '2026-08-31'), true, held('2021-09-01', '2026-08-31'), null],
  ['an older one', listed('2016-09-01', '2021-08-31'), true, held('2021-09-01', '2026-08-31'), null],
  ['no end in the list', listed('2026-11-22'), false, held('2021-09-01', '2026-08-31'), null],
  ['the end that was not known', listed('2021-09-01', '2026-12-31'), true, held('2021-09-01', null), '2021-09-01'],
  [
    'prolonged, begun no one says when',
    listed('2026-11-22', '2032-01-31'),
    false,
    held('2022-02-01', '2027-01-31'),
    '2027-02-01',
  ],
  [
    'lapsed, begun no one says when',
    listed('2026-11-22', '2031-01-31'),
    false,
    held('2021-02-01', '2026-01-31'),
    '2026-11-22',
  ],
])('%s', (_, agrement, agrementDated, of, from) => {
  expect(newerAgrement({ agrement, agrementDated, missing: [] }, of)?.validFrom ?? null).toBe(from);
  expect(newerAgrement({ agrement, agrementDated, missing: ['courriel illisible'] }, of)).toBe(null);
});
