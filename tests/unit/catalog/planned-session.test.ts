import { describe, expect, it } from 'vitest';

import {
  byDate,
  mostAtOnce,
  pressingInWords,
  takenInWords,
  type PlannedSession,
} from '#app/catalog/planned-session.ts';

const session = (more: Partial<PlannedSession> = {}): PlannedSession => ({
  ...{
    id: '1',
    kind: 'ATELIER',
    state: 'PUBLISHED',
    title: 'Éveil musical',
    people: '',
    relais: 'Nord',
    site: 'Salle',
  },
  ...{ start: '2026-11-24T09:30', end: '2026-11-24T11:00', adults: 0, children: 0, maxAdults: null, maxChildren: null },
  ...{ waiting: 0, requests: 0, mine: false, movable: true, ...more },
});

describe('a session of the planning, in words', () => {
  it.each([
    [{ adults: 3, children: 6, maxAdults: 6, maxChildren: 12 }, '3/6 adultes, 6/12 enfants'],
    [{ adults: 1, children: 1 }, '1 adulte, 1 enfant'],
    [{ adults: 2, maxAdults: 10 }, '2/10 adultes'],
    [{}, ''],
    [{ state: 'DRAFT', maxAdults: 6 }, ''],
  ] as const)('%j is taken as "%s"', (more, words) => expect(takenInWords(session(more))).toBe(words));

  it('tells what presses', () => {
    expect(pressingInWords({ requests: 1, waiting: 3 })).toEqual(['1 demande', '3 en attente']);
    expect(pressingInWords({ requests: 0, waiting: 0 })).toEqual([]);
  });

  it('is counted with those held at the same time; touching is not at once', () => {
    const from = (start: string, end: string) => ({ start: `2026-11-24T${start}`, end: `2026-11-24T${end}` });
    expect(mostAtOnce([])).toBe(0);
    expect(mostAtOnce([from('09:30', '11:00'), from('11:00', '12:00')])).toBe(1);
    expect(mostAtOnce([from('09:00', '12:00'), from('09:30', '10:00'), from('10:00', '11:00')])).toBe(2);
  });

  it('stands under its day', () => {
    const other = session({ id: '2', start: '2026-11-25T09:30' });
    expect([...byDate([session(), other]).keys()]).toEqual(['2026-11-24', '2026-11-25']);
  });
});
