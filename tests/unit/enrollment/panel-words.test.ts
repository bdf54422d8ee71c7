import { describe, expect, it } from 'vitest';
import { booked, changed, notMore, refused, withdrawn } from '#app/enrollment/answers.ts';
import { mineInPanel, type Mine } from '#app/enrollment/mine-in-panel.ts';
import { bandInWords, rankInWords, roomInWords, stateInWords } from '#app/enrollment/panel-words.ts';
import { bandsOf } from '#app/enrollment/party.ts';

it('names the bands', () => {
  expect(bandsOf([18, 36, 72]).map(bandInWords)).toEqual([
    'moins de 18 mois',
    '18 mois à 3 ans',
    '3 à 6 ans',
    '6 ans et plus',
  ]);
  expect(bandsOf([]).map(bandInWords)).toEqual(['tous les âges']);
});

it('words what is left, within the site’s ceiling', () => {
  expect(roomInWords({ adults: 5, children: 9, persons: 3 })).toBe('il restera 3 places adultes et 3 places enfants');
  expect(roomInWords({ adults: null, children: null, persons: 1 })).toBe('il restera 1 place');
  expect(roomInWords({ adults: null, children: null, persons: null })).toBe('');
});

it('words ranks and states', () => {
  expect(rankInWords(2, 'il manque 1 place enfant')).toBe(
    'Vous êtes 2e sur la liste d’attente : il manque 1 place enfant.',
  );
  expect(stateInWords('CONFIRMED', 2)).toBe('Vous êtes inscrite avec 2 enfants');
  expect(stateInWords('WAITING', 1)).toBe('Vous attendez une place, avec 1 enfant');
});

describe('what she has', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const meeting = {
    state: 'PUBLISHED',
    startsAt: new Date('2026-11-24T08:30:00Z'),
    closesAt: new Date('2026-11-23T17:00:00Z'),
    zone: 'Europe/Paris',
  } as const;
  const line = { queue: [], room: { adults: 0, children: 0, persons: null } };
  const mine: Mine = {
    id: 'a',
    state: 'OFFERED',
    offerExpiresAt: new Date('2026-11-21T10:00:00Z'),
    skipReason: null,
    overlapFlagged: false,
    wish: 'ASK',
    children: [],
  };

  it('bears the offer’s deadline, then says that it passed', () => {
    expect(mineInPanel(mine, line, meeting, now).lines).toEqual(['Répondez avant samedi 21 novembre, 11 h.']);
    expect(mineInPanel(mine, line, meeting, new Date('2026-11-21T10:00:00Z')).lines[0]).toContain('passé');
  });

  it('tells rank, lack, why she was skipped and what comes next', () => {
    const waiting = {
      id: 'a',
      party: { adults: 1, children: 2 },
      priority: 0,
      arrival: 4,
      passedOver: 0,
      skip: null,
    } as const;
    const { lines } = mineInPanel(
      { ...mine, state: 'WAITING', skipReason: 'QUOTA', wish: 'ENROLL' },
      { ...line, queue: [waiting] },
      meeting,
      now,
    );
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('Vous êtes 1re sur la liste d’attente : il manque 1 place adulte et 2 places enfants.');
    expect(lines[2]).toContain('d’office');
  });

  it('after closing promises no rank; after the start allows nothing', () => {
    const closed = mineInPanel({ ...mine, state: 'WAITING' }, line, meeting, new Date('2026-11-23T18:00:00Z'));
    expect(closed).toMatchObject({ mayWithdraw: true });
    expect(closed.lines[0]).toContain('closes');
    const started = mineInPanel({ ...mine, state: 'CONFIRMED' }, line, meeting, meeting.startsAt);
    expect(started).toMatchObject({ mayChange: false, mayWithdraw: false });
  });
});

describe('answers', () => {
  it('say what was done', () => {
    expect(booked('CONFIRMED', false)).toMatchObject({ severity: 'success' });
    expect(booked('CONFIRMED', true)).toMatchObject({ severity: 'info' });
    expect(JSON.stringify(changed(true))).toContain('fin de la liste');
    expect(JSON.stringify(withdrawn({ again: false, late: true }))).toContain('clôture');
  });

  it('point at the field to correct', () => {
    expect(refused({ code: 'CHILDREN_NEEDED' }, 'Europe/Paris')).toMatchObject({ field: 'enfants' });
    expect(refused({ code: 'CLOSED' }, 'Europe/Paris')).toMatchObject({ field: null });
    const lack = { adults: 0, children: 1, persons: 0 };
    expect(notMore({ lack, heldForAnother: false })).toMatchObject({
      field: 'enfants',
      message: 'Il manque 1 place enfant. Votre place est gardée comme elle était.',
    });
  });
});
