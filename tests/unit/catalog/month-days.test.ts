import { describe, expect, it } from 'vitest';
import { monthGrid } from '#app/catalog/month-days.ts';
import type { SessionCard } from '#app/catalog/session-card.ts';

const card = (date: string): SessionCard => ({
  ...{ id: date, date, kind: 'ATELIER', title: 'Peinture', series: null, startsAt: new Date(`${date}T08:30:00Z`) },
  ...{ when: date, start: '9 h 30', end: '11 h', relais: { slug: 'nord', name: 'Relais Nord' }, site: 'Salle' },
  ...{
    commune: null,
    places: { adults: null, children: null, persons: null },
    counted: false,
    full: false,
    children: 'REQUIRED',
  },
  ...{ waiting: 0, mine: null, mode: 'FREE', booking: { status: 'free', words: '' }, cancelled: false },
});

/** November 2026 begins on a Sunday; the 22nd is one too. */
const coming = (today: string, ...dates: string[]) =>
  monthGrid('2026-11', dates.map(card), { territory: null, schoolHolidays: [], closures: [] }, today).coming;

describe('a month’s days', () => {
  it('lead a phone to the first that is still to come, also from a Sunday that is not drawn', () => {
    expect(coming('2026-11-22', '2026-11-03', '2026-11-24', '2026-11-26')).toBe('2026-11-24');
    expect(coming('2026-11-24', '2026-11-03', '2026-11-24')).toBe('2026-11-24');
  });

  it('lead nowhere when nothing stands before it, or nothing comes', () => {
    expect(coming('2026-11-22', '2026-11-24')).toBeNull();
    expect(coming('2026-11-28', '2026-11-03')).toBeNull();
    expect(coming('2026-11-22', '2026-11-03', '2026-12-01')).toBeNull();
    expect(coming('2026-10-22', '2026-11-03')).toBeNull();
  });
});
