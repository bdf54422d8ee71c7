import { describe, expect, it } from 'vitest';
import { offerLinkState, withdrawLinkState, type Linked, type LinkState } from '#app/enrollment/link-state.ts';
import { linkStatus, linkWords, type LinkDeed } from '#app/enrollment/link-words.ts';

const now = new Date('2026-11-20T10:00:00Z');
const before = new Date('2026-11-20T09:59:59Z');
const after = new Date('2026-11-20T10:00:01Z');
const offered: Linked = {
  state: 'OFFERED',
  endReason: null,
  round: 2,
  offerExpiresAt: after,
  sessionCancelled: false,
  startsAt: new Date('2026-11-24T08:30:00Z'),
};

describe('an offer seen from its link', () => {
  it.each<[LinkState, Partial<Linked>, number]>([
    ['open', {}, 2],
    ['expired', { offerExpiresAt: now }, 2],
    ['expired', { state: 'EXPIRED', offerExpiresAt: null }, 2],
    ['replaced', {}, 1],
    ['over', { state: 'WAITING' }, 1],
    ['over', { state: 'CONFIRMED' }, 1],
    ['accepted', { state: 'CONFIRMED' }, 2],
    ['declined', { state: 'WITHDRAWN', endReason: 'DECLINED' }, 2],
    ['withdrawn', { state: 'WITHDRAWN' }, 2],
    ['cancelled', { sessionCancelled: true, state: 'CANCELLED' }, 2],
    ['started', { startsAt: before }, 2],
    ['over', { state: 'REQUESTED' }, 2],
  ])('is %s', (state, more, round) => expect(offerLinkState({ ...offered, ...more }, round, now)).toBe(state));
});

describe('what is given back by a link', () => {
  it.each<[LinkState, Partial<Linked>]>([
    ['open', { state: 'CONFIRMED' }],
    ['open', { state: 'WAITING' }],
    ['open', { state: 'REQUESTED' }],
    ['withdrawn', { state: 'WITHDRAWN' }],
    ['over', { state: 'EXPIRED' }],
    ['over', { state: 'REFUSED' }],
    ['cancelled', { state: 'CANCELLED', sessionCancelled: true }],
    ['started', { state: 'CONFIRMED', startsAt: now }],
  ])('is %s', (state, more) => expect(withdrawLinkState({ ...offered, ...more }, now)).toBe(state));
});

const DEEDS: LinkDeed[] = ['accept', 'decline', 'withdraw'];
const ENDS = ['accepted', 'declined', 'expired', 'replaced', 'withdrawn', 'cancelled', 'started', 'over'] as const;

it('says what became of each, and that a link which no longer serves is gone', () => {
  const done = DEEDS.flatMap((deed) => ENDS.filter((end) => linkStatus(deed, end) === 200).map((end) => [deed, end]));
  expect(done).toEqual([
    ['accept', 'accepted'],
    ['decline', 'declined'],
    ['decline', 'withdrawn'],
    ['withdraw', 'declined'],
    ['withdraw', 'withdrawn'],
  ]);
  for (const deed of DEEDS) for (const end of ENDS) expect(linkWords(deed, end).text).toMatch(/\.$/);
  expect(linkStatus('accept', 'open')).toBe(200);
});
