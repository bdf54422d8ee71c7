import { describe, expect, it } from 'vitest';
import { availabilityWords, unavailableWhy, type AvailabilityRow } from '#app/people/availability.ts';
import { readAvailability } from '#app/people/availability.schema.server.ts';

const row = (more: Partial<AvailabilityRow>): AvailabilityRow => ({
  ...{ personId: 'marc', free: false, weekday: null, from: null, until: null, part: 'WHOLE', note: '' },
  ...more,
});
const thursday = '2026-11-26';
const morning = { from: '09:30', until: '11:00' };
const evening = { from: '19:30', until: '21:30' };

describe('unavailableWhy', () => {
  it.each([
    ['says nothing when he said nothing', [], morning, null],
    ['a weekday', [row({ weekday: 4 })], morning, 'ne pas être libre le jeudi'],
    ['another weekday', [row({ weekday: 3 })], morning, null],
    ['half a weekday', [row({ weekday: 4, part: 'AFTERNOON' })], morning, null],
    ['that half', [row({ weekday: 4, part: 'AFTERNOON' })], evening, 'ne pas être libre le jeudi après-midi'],
    [
      'days off',
      [row({ from: '2026-11-23', until: '2026-11-29' })],
      morning,
      'ne pas être libre du 23 novembre au 29 novembre 2026',
    ],
    [
      'days before a weekday',
      [row({ weekday: 4 }), row({ free: true, from: thursday, until: thursday })],
      morning,
      null,
    ],
    ['free on other weekdays only', [row({ free: true, weekday: 2 })], morning, 'être libre seulement le mardi'],
    ['free that weekday', [row({ free: true, weekday: 2 }), row({ free: true, weekday: 4 })], morning, null],
    [
      'free on its mornings, asked for the evening',
      [row({ free: true, weekday: 4, part: 'MORNING' })],
      evening,
      'être libre seulement le jeudi matin',
    ],
  ] as const)('%s', (_, rows, hours, why) => expect(unavailableWhy(rows, thursday, hours)).toBe(why));

  it('tells what he said, what is past left out', () => {
    const rows = [row({ weekday: 3, note: 'consultations' }), row({ from: '2026-01-01', until: '2026-01-02' })];
    expect(availabilityWords(rows, thursday)).toEqual(['Pas libre le mercredi (consultations)']);
  });
});

describe('the form of an availability', () => {
  const typed = { quoi: 'pas-libre', jour: '', premier: '', dernier: '', moment: 'WHOLE', mot: '' };

  it('needs a weekday or a date; one date alone is one day', () => {
    expect(readAvailability(typed).ok).toBe(false);
    expect(readAvailability({ ...typed, jour: '4' })).toMatchObject({ stated: { free: false, on: { weekday: 4 } } });
    expect(readAvailability({ ...typed, premier: thursday })).toMatchObject({
      stated: { on: { from: thursday, until: thursday } },
    });
    expect(readAvailability({ ...typed, jour: '9' }).ok).toBe(false);
  });
});
