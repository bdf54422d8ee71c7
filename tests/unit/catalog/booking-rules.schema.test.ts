import { expect, test } from 'vitest';

import { bookingRulesPatch, storedRules } from '#app/catalog/booking-rules.schema.server.ts';
import { KIND_DEFAULTS } from '#app/catalog/booking-rules.ts';

test('every kind’s defaults are rules, and come back from the database as they were', () => {
  for (const rules of Object.values(KIND_DEFAULTS)) {
    expect(bookingRulesPatch.parse(rules)).toEqual(rules);
    expect(storedRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
  }
  expect(storedRules({})).toEqual({});
});

test('a table per weekday is a closing', () => {
  const closing = {
    type: 'weekdayTable',
    table: { 1: { day: 5, time: '16:00' } },
    otherwise: { type: 'eveningBefore', time: '18:00' },
  };
  expect(bookingRulesPatch.parse({ closing })).toEqual({ closing });
});

test.each([
  ['a misspelt rule', { closure: { type: 'none' } }],
  ['an impossible hour', { closing: { type: 'eveningBefore', time: '25:00' } }],
  ['an impossible instant', { opening: { type: 'at', instant: 'demain' } }],
  ['a quota of none', { quotas: [{ most: 0, per: 'WEEK', over: 'KIND', counting: 'BOOKINGS' }] }],
  ['nobody who may book', { who: { kinds: [], from: 'ALL', othersFrom: null } }],
  ['a half day', { offerHours: 1.5 }],
])('%s is refused', (_, patch) => {
  expect(bookingRulesPatch.safeParse(patch).success).toBe(false);
  expect(() => storedRules(patch)).toThrow();
});
