import { expect, it } from 'vitest';
import { digestFor, nextState, stateHash } from '#app/feeds/feed-state.ts';

const NOW = new Date('2026-11-22T08:00:00.900Z');
const SECOND = new Date('2026-11-22T08:00:00Z');

it('remembers a digest for what it was made for', () => {
  const state = nextState(null, 'abc', 'today', NOW);
  expect(state).toEqual({ hash: 'abc@today', modifiedAt: SECOND });
  expect(digestFor(state, 'today')).toBe('abc');
  expect(digestFor(state, 'tomorrow')).toBeNull();
  expect(digestFor(null, 'today')).toBeNull();
  expect(digestFor({ hash: '@today', modifiedAt: NOW }, 'today')).toBeNull();
});

it('moves its date with the body alone, by a second at least', () => {
  const marked = { hash: stateHash('abc', 'some mark'), modifiedAt: SECOND };
  const later = new Date('2026-11-22T09:00:00Z');
  expect(nextState(marked, 'abc', 'tomorrow', later)).toEqual({ hash: 'abc@tomorrow', modifiedAt: SECOND });
  expect(nextState(marked, 'def', 'today', later)).toEqual({ hash: 'def@today', modifiedAt: later });
  expect(nextState(marked, 'def', 'today', NOW).modifiedAt).toEqual(new Date('2026-11-22T08:00:01Z'));
  expect(nextState({ hash: '@mark', modifiedAt: SECOND }, 'abc', 'today', NOW).modifiedAt).toEqual(SECOND);
});
