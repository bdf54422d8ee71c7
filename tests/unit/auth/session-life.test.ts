import { expect, test } from 'vitest';

import { endOf, isSeenLongAgo } from '#app/auth/session-life.ts';

const day = (n: number, hour = 8) => new Date(Date.UTC(2026, 10, n, hour));

test('an AM stays signed in 90 days after she signed in, visits or not', () => {
  const end = day(22 + 90);
  expect(endOf({ createdAt: day(22), lastSeenAt: day(22) }, false)).toEqual(end);
  expect(endOf({ createdAt: day(22), lastSeenAt: day(60) }, false)).toEqual(end);
});

test('staff stay signed in 12 hours after their last visit, 90 days at most', () => {
  expect(endOf({ createdAt: day(22), lastSeenAt: day(22) }, true)).toEqual(day(22, 20));
  expect(endOf({ createdAt: day(22), lastSeenAt: day(23, 9) }, true)).toEqual(day(23, 21));
  expect(endOf({ createdAt: day(22), lastSeenAt: day(22 + 90, 7) }, true)).toEqual(day(22 + 90, 8));
});

test('a visit is noted at most once an hour', () => {
  expect(isSeenLongAgo(day(22, 8), new Date(day(22, 9).getTime() - 1))).toBe(false);
  expect(isSeenLongAgo(day(22, 8), day(22, 9))).toBe(true);
});
