import { describe, expect, test } from 'vitest';

import { filtersQuery, folded, readFilters } from '#app/catalog/catalogue-filters.ts';
import { minutesInWords } from '#app/catalog/clash-words.ts';
import { readCursor, writeCursor } from '#app/catalog/cursor.ts';
import { mapLink } from '#app/catalog/map-link.ts';
import { catalogMessage } from '#app/catalog/messages.ts';
import { clash, heldBy } from '#app/catalog/occupation.ts';
import { isFull, placesLeft } from '#app/catalog/places.ts';
import { planSeries } from '#app/catalog/series.ts';
import { isAvailable } from '#app/catalog/site-availability.ts';

test('a series keeps wall time across DST and says what it skips and why', () => {
  const daysOff = {
    territory: 'metropole' as const,
    schoolHolidays: [{ name: 'Toussaint', first: '2026-10-17', last: '2026-11-01' }],
    closures: [],
  };
  const series = {
    recurrence: { type: 'weekly' as const, weekdays: [3 as const], every: 1 },
    term: { first: '2026-10-07', last: '2026-11-11' },
    from: '09:30',
    until: '11:00',
    zone: 'Europe/Paris',
  };
  const { dates, skipped } = planSeries(series, daysOff);
  expect(dates.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-10-07T07:30:00.000Z',
    '2026-10-14T07:30:00.000Z',
    '2026-11-04T08:30:00.000Z',
  ]);
  expect(skipped.map(({ day, why }) => `${day} : ${why}`)).toEqual([
    'mercredi 21 octobre : vacances scolaires (Toussaint)',
    'mercredi 28 octobre : vacances scolaires (Toussaint)',
    'mercredi 11 novembre : férié (Armistice 1918)',
  ]);
});

test('an end before the start is on the next day', () => {
  const recurrence = { type: 'dates' as const, dates: ['2026-12-31'] };
  const { dates } = planSeries(
    {
      recurrence,
      term: { first: '2026-12-01', last: '2026-12-31' },
      from: '22:00',
      until: '01:00',
      zone: 'Europe/Paris',
    },
    { territory: null, schoolHolidays: [], closures: [] },
  );
  expect(dates[0]?.endsAt.toISOString()).toBe('2027-01-01T00:00:00.000Z');
});

describe('what a session holds (rule 6)', () => {
  const at = (hour: string) => new Date(`2026-11-24T${hour}:00Z`);
  const planned = {
    startsAt: at('09:00'),
    endsAt: at('10:00'),
    prepMinutes: 15,
    tidyMinutes: 0,
    personIds: ['a', 'a'],
  };

  test('each person once, the site when it is exclusive, preparation included', () => {
    const held = heldBy({ ...planned, site: { id: 's', exclusive: true } });
    expect(held.map(({ resource }) => resource)).toEqual(['person:a', 'site:s']);
    expect(held[0]?.from).toEqual(at('08:45'));
    expect(heldBy({ ...planned, site: { id: 's', exclusive: false } })).toHaveLength(1);
  });

  test('touching is not overlapping', () => {
    const held = (from: string, until: string, resource = 'person:a') => ({
      resource,
      from: at(from),
      until: at(until),
    });
    expect(clash(held('09:00', '10:00'), held('10:00', '11:00'))).toBe(false);
    expect(clash(held('09:00', '10:01'), held('10:00', '11:00'))).toBe(true);
    expect(clash(held('09:00', '11:00'), held('09:00', '11:00', 'person:b'))).toBe(false);
  });
});

test('a site is available in its periods, on its weekdays; always when none is stated', () => {
  const use = { from: '2026-09-01', until: '2026-12-31', weekdays: [2] };
  expect([
    isAvailable([], '2026-11-24'),
    isAvailable([use], '2026-11-24'),
    isAvailable([use], '2026-11-25'),
    isAvailable([use], '2027-01-05'),
  ]).toEqual([true, true, false, false]);
});

test('places left: the lower of the session’s and the site’s', () => {
  const left = placesLeft({ adults: 8, children: null }, { adults: 3, children: 4 }, 4);
  expect(left).toEqual({ adults: 4, children: 4, persons: 4 });
  expect(placesLeft({ adults: 2, children: null }, { adults: 3, children: 0 }, null)).toEqual({
    adults: 0,
    children: null,
    persons: null,
  });
  expect(isFull({ adults: 1, children: 0, persons: null }, true)).toBe(true);
  expect(isFull({ adults: 1, children: 0, persons: null }, false)).toBe(false);
  expect(isFull({ adults: null, children: null, persons: 1 }, true)).toBe(true);
  expect(isFull({ adults: null, children: null, persons: null }, true)).toBe(false);
});

test('filters and cursors survive their address; what is malformed is left out', () => {
  const address = 'relais=amiens-nord&type=atelier,reunion&du=2026-11-24&places=1&q=%C3%A9veil';
  expect(filtersQuery(readFilters(new URLSearchParams(address)))).toBe(address);
  expect(readFilters(new URLSearchParams('relais=DROP%20TABLE&type=x&du=2026-02-30&lieu=1&places=oui&q=+'))).toEqual(
    {},
  );
  const position = { startsAt: new Date('2026-11-24T08:30:00Z'), id: 'c0ffee00-0000-4000-8000-000000000000' };
  expect(readCursor(writeCursor(position))).toEqual(position);
  expect([readCursor(null), readCursor('x'), readCursor(`2026-99-99T08:30:00.000Z~${position.id}`)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(folded('Cœur d’ÉTÉ')).toBe("coeur d'ete");
});

test('a map leads to the point, else to the address; nowhere without either', () => {
  const place = { latitude: null, longitude: null, address: '4 rue des Nuages', commune: 'Amiens' };
  expect(mapLink(place)).toBe('https://www.openstreetmap.org/search?query=4%20rue%20des%20Nuages%2C%20Amiens');
  expect(mapLink({ ...place, latitude: 49.9, longitude: 2.3 })).toContain('mlat=49.9&mlon=2.3');
  expect(mapLink({ ...place, address: '' })).toBe(null);
});

test('a clash is told with who, when and by what', () => {
  const clashes = [{ when: 'mardi 24 novembre, 9 h 30 – 11 h', what: 'Léa Martin', by: 'Peinture' }];
  expect(catalogMessage({ code: 'CLASH', clashes })).toBe(
    'Déjà pris : Léa Martin, mardi 24 novembre, 9 h 30 – 11 h (Peinture).',
  );
});

describe('sessions that only touch', () => {
  const at = (time: string) => new Date(`2026-11-24T${time}:00+01:00`);
  const span = (from: string, startsAt: string, endsAt: string, until: string) => ({
    ...{ from: at(from), startsAt: at(startsAt), endsAt: at(endsAt), until: at(until) },
  });
  const early = span('09:15', '09:30', '11:00', '11:15');
  const late = span('10:50', '11:00', '12:00', '12:00');
  test.each([
    ['after one that is tidied', late, early, 'rangement jusqu’à 11 h 15 et préparation de celle-ci dès 10 h 50'],
    ['before one that is prepared', early, late, 'préparation dès 10 h 50 et rangement de celle-ci jusqu’à 11 h 15'],
    [
      'with nothing but its own minutes',
      late,
      span('09:30', '09:30', '11:00', '11:00'),
      'préparation de celle-ci dès 10 h 50',
    ],
    ['at the same time', early, span('10:00', '10:00', '12:00', '12:00'), ''],
  ])('clash by their minutes: %s', (_, wanted, other, words) => {
    expect(minutesInWords(wanted, other, 'Europe/Paris')).toBe(words);
  });
});
