import { expect, it } from 'vitest';
import { versionStates } from '#app/people/reglement-series.ts';

const states = (...from: string[]) =>
  versionStates(
    from.map((day, index) => ({ version: index + 1, from: day })),
    '2026-11-22',
  ).map(({ version, state }) => `${version} ${state}`);

it('the highest number whose day has come is in force, whatever its day', () => {
  expect(states('2026-09-01')).toEqual(['1 IN_FORCE']);
  expect(states('2025-09-01', '2026-11-22', '2027-01-01')).toEqual(['3 COMING', '2 IN_FORCE', '1 PAST']);
  expect(states('2026-09-01', '2026-03-01')).toEqual(['2 IN_FORCE', '1 PAST']);
});

it('a version still to come gives way to a later one of the same day or before', () => {
  expect(states('2026-09-01', '2062-12-01', '2026-12-01')).toEqual(['3 COMING', '2 SUPERSEDED', '1 IN_FORCE']);
  expect(states('2026-12-01', '2026-12-01')).toEqual(['2 COMING', '1 SUPERSEDED']);
});
