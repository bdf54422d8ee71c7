import { describe, expect, it } from 'vitest';

import type { PlannedSession } from '#app/catalog/planned-session.ts';
import { pickDay } from '#app/enrollment/day-picks.ts';

const TODAY = '2026-11-24';

const session = (id: string, date: string, more: Partial<PlannedSession> = {}): PlannedSession => ({
  ...{ id, kind: 'ATELIER', state: 'PUBLISHED', title: 'Éveil musical', people: '', relais: 'Nord', site: 'Salle' },
  ...{ start: `${date}T09:30`, end: `${date}T11:00`, adults: 0, children: 0, maxAdults: null, maxChildren: null },
  ...{ waiting: 0, requests: 0, mine: false, movable: true, ...more },
});

const picked = (planned: readonly PlannedSession[]) => {
  const { date, sessions, others } = pickDay(planned, TODAY);
  return { date, hers: sessions.map(({ id }) => id), others: others.map(({ id }) => id) };
};

describe('her day', () => {
  it('is what she leads today; the rest of her relais comes after', () => {
    const planned = [session('a', TODAY), session('b', TODAY, { mine: true })];
    expect(picked(planned)).toEqual({ date: TODAY, hers: ['b'], others: ['a'] });
  });

  it('is the next day on which she leads something', () => {
    const planned = [session('a', TODAY), session('b', '2026-11-26', { mine: true }), session('c', '2026-11-26')];
    expect(picked(planned)).toEqual({ date: '2026-11-26', hers: ['b'], others: ['a'] });
  });

  it('is that of her relais when she leads nothing', () => {
    const planned = [session('a', '2026-11-25'), session('b', '2026-11-25'), session('c', '2026-11-27')];
    expect(picked(planned)).toEqual({ date: '2026-11-25', hers: ['a', 'b'], others: [] });
  });

  it('shows no draft, and what is cancelled on its own day only', () => {
    const cancelled = { state: 'CANCELLED', mine: true } as const;
    const planned = [session('a', TODAY, { state: 'DRAFT', mine: true }), session('b', TODAY, cancelled)];
    expect(picked([...planned, session('c', '2026-11-25', cancelled)])).toEqual({
      date: TODAY,
      hers: ['b'],
      others: [],
    });
    expect(picked([session('c', '2026-11-25', cancelled)])).toEqual({ date: null, hers: [], others: [] });
  });

  it('is today for what began the day before', () => {
    expect(picked([session('a', '2026-11-23', { mine: true })]).date).toBe(TODAY);
  });
});
