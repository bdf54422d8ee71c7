import { expect, it } from 'vitest';
import { mayCloseOn, progressInWords } from '#app/training/campaign.ts';

it.each([
  ['2026-11-22', false],
  ['2026-11-23', true],
  ['2027-02-22', true],
  ['2027-02-23', false],
])('a campaign begun on 22 November may close on %s: %s', (day, may) => {
  expect(mayCloseOn(day, '2026-11-22')).toBe(may);
});

it('says its progress', () => {
  expect([progressInWords(132, 491), progressInWords(1, 8), progressInWords(0, 8)]).toEqual([
    '132 réponses sur 491',
    '1 réponse sur 8',
    '0 réponse sur 8',
  ]);
});
