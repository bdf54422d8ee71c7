import { describe, expect, it } from 'vitest';
import { heardOf } from '#app/catalog/leader-changes.ts';
import type { Leader, LedMeeting } from '#app/catalog/leaders.server.ts';
import { closedWords, roundOf, standingOf, weighAnswer } from '#app/catalog/proposal.ts';
import { changedSession, differences, type SessionFacts } from '#app/catalog/session-change.ts';
import { session } from '../mail/contents.ts';

const now = new Date('2026-11-22T10:00:00Z');
const startsAt = new Date('2026-11-24T18:30:00Z');

describe('a proposal', () => {
  const asked = { state: 'PROPOSED', sessionState: 'PUBLISHED', startsAt } as const;

  it.each([
    ['open', asked, 'ACCEPTED', 'write'],
    ['open', asked, 'DECLINED', 'write'],
    ['accepted', { ...asked, state: 'ACCEPTED' }, 'ACCEPTED', 'again'],
    ['accepted', { ...asked, state: 'ACCEPTED' }, 'DECLINED', { refused: 'ANSWERED' }],
    ['declined', { ...asked, state: 'DECLINED' }, 'DECLINED', 'again'],
    ['declined', { ...asked, state: 'DECLINED' }, 'ACCEPTED', { refused: 'ANSWERED' }],
    ['cancelled', { ...asked, sessionState: 'CANCELLED' }, 'ACCEPTED', { refused: 'CANCELLED' }],
    ['started', { ...asked, startsAt: now }, 'ACCEPTED', { refused: 'PAST' }],
  ] as const)('%s, answered', (standing, facts, answer, wanted) => {
    expect(standingOf(facts, now)).toBe(standing);
    expect(weighAnswer(facts, answer, now)).toEqual(wanted);
  });

  it('has the number of its second', () => expect(roundOf(new Date(1_500))).toBe(1));
});

describe('moving a session', () => {
  const facts: SessionFacts = {
    ...{ id: 'a', state: 'PUBLISHED', siteId: 'lieu', theme: null, audience: null, bring: null, ageMinMonths: null },
    ...{ ageMaxMonths: null, maxAdults: 8, maxChildren: null, prepMinutes: 0, tidyMinutes: 0, animatorIds: ['lea'] },
    ...{ startsAt, endsAt: new Date('2026-11-24T20:30:00Z') },
    intervenants: [
      { personId: 'marc', state: 'ACCEPTED' },
      { personId: 'odette', state: 'DECLINED' },
    ],
  };
  const stateOf = (change: Parameters<typeof changedSession>[1], shift = 0) =>
    changedSession(facts, change, shift, 'Europe/Paris')?.intervenants.map(({ state }) => state);

  it('asks again who had accepted another hour or day, unless it is agreed', () => {
    expect(stateOf({ until: '22:00' })).toEqual(['PROPOSED', 'DECLINED']);
    expect(stateOf({ date: '2026-11-25' }, 1)).toEqual(['PROPOSED', 'DECLINED']);
    expect(stateOf({ until: '22:00', agreed: true })).toEqual(['ACCEPTED', 'DECLINED']);
  });

  it('notes the agreement of who was asked and answered by telephone', () => {
    const asked = { ...facts, intervenants: [{ personId: 'marc', state: 'PROPOSED' as const }] };
    const agreed = changedSession(asked, { agreed: true }, 0, 'Europe/Paris');
    expect(agreed?.intervenants).toEqual([{ personId: 'marc', state: 'ACCEPTED' }]);
    expect(agreed && differences(asked, agreed)).toEqual(['intervenants']);
  });

  it('keeps the answer when only the theme or the place changes', () => {
    expect(stateOf({ theme: 'Le jeu', siteId: 'ailleurs' })).toEqual(['ACCEPTED', 'DECLINED']);
    const moved = changedSession(facts, { until: '22:00' }, 0, 'Europe/Paris');
    expect(moved && differences(facts, moved)).toEqual(['time', 'intervenants']);
  });
});

describe('who hears of a change', () => {
  const leader = (personId: string, more: Partial<Leader> = {}): Leader => ({
    ...{ assignmentId: personId, personId, name: personId, email: `${personId}@exemple.fr`, role: 'INTERVENANT' },
    ...{ state: 'ACCEPTED', proposedAt: now, proposedById: null },
    ...more,
  });
  const meeting = (leaders: Leader[], state: LedMeeting['state'] = 'PUBLISHED'): LedMeeting => ({
    ...{ id: 's', collectiviteId: 'c', state, startsAt, kind: 'REUNION', words: session, leaders },
  });
  const heard = (
    before: LedMeeting | null,
    after: LedMeeting | null,
    moved = false,
    notes: string[] = [],
    by = 'lea',
  ) => heardOf({ before, after, moved, notes }, by).map(({ leader, line }) => [leader.personId, line.what]);
  const lea = leader('lea', { role: 'ANIMATOR' });
  const nora = leader('nora', { role: 'ANIMATOR' });
  const asked = leader('marc', { state: 'PROPOSED' });

  it('of a move: animators who did not make it, intervenants, asked again or not', () => {
    const before = meeting([lea, nora, leader('marc'), leader('odette')]);
    expect(heard(before, meeting([lea, nora, asked, leader('odette')]), true)).toEqual([
      ['nora', 'MOVED'],
      ['marc', 'ASKED_AGAIN'],
      ['odette', 'MOVED'],
    ]);
  });

  it('of a draft: only intervenants', () => {
    expect(heard(null, meeting([nora, asked], 'DRAFT'))).toEqual([['marc', 'PROPOSED']]);
    expect(heard(meeting([nora, asked], 'DRAFT'), null)).toEqual([['marc', 'REMOVED']]);
    expect(heard(meeting([nora, asked], 'DRAFT'), meeting([nora, asked], 'DRAFT'), true)).toEqual([
      ['marc', 'ASKED_AGAIN'],
    ]);
  });

  it('of a cancellation, and of a theme', () => {
    const before = meeting([lea, nora, leader('marc')]);
    expect(heard(before, meeting([lea, nora, leader('marc')], 'CANCELLED'))).toEqual([
      ['nora', 'CANCELLED'],
      ['marc', 'CANCELLED'],
    ]);
    expect(heard(before, before, false, ['Thème : « Le jeu ».'])).toEqual([['marc', 'CHANGED']]);
    expect(heard(before, before)).toEqual([]);
  });

  it('never one who declined, nor who has no e-mail', () => {
    const gone = meeting([leader('marc', { state: 'DECLINED' }), leader('odette', { email: null })]);
    expect(heard(gone, gone, true, ['Thème'])).toEqual([]);
  });
});

describe('a proposal with nothing left to answer', () => {
  it.each([
    [['accepted', 'declined'], 'Vous avez répondu', null],
    [['declined', 'cancelled'], 'Vous avez répondu', null],
    [['cancelled'], 'Il n’y a plus à répondre', 'Cette date est annulée ou passée.'],
    [['cancelled', 'started'], 'Il n’y a plus à répondre', 'Ces dates sont annulées ou passées.'],
  ] as const)('thanks only who answered: %j', (standings, title, lead) =>
    expect(closedWords(standings)).toEqual({ title, lead }),
  );
});
