import { describe, expect, test } from 'vitest';

import { bookingRulesPatch } from '#app/catalog/booking-rules.schema.server.ts';
import { KIND_DEFAULTS, type BookingRules, type BookingRulesPatch } from '#app/catalog/booking-rules.ts';
import { controlAt } from '#app/catalog/rules-errors.ts';
import { readRules, RULES, writeRules } from '#app/catalog/rules-fields.ts';

const PARIS = 'Europe/Paris';
const [amiens, boves] = ['5b1e2a9c-1111-4c7e-8a5d-2f3b4c5d6e7f', '5b1e2a9c-2222-4c7e-8a5d-2f3b4c5d6e7f'];
const roundTrip = (own: BookingRulesPatch) => readRules(writeRules(own, KIND_DEFAULTS.ATELIER, PARIS), PARIS);

const OWN: readonly [string, BookingRulesPatch][] = [
  ['nothing', {}],
  ['free access', { mode: 'FREE' }],
  ['always open', { opening: { type: 'always' } }],
  ['an instant', { opening: { type: 'at', instant: '2026-12-01T08:00:00.000Z' } }],
  ['days before', { opening: { type: 'daysBefore', days: 14, time: '09:00' } }],
  ['a day of an earlier week', { opening: { type: 'weekBefore', weeks: 1, day: 1, time: '09:00' } }],
  ['a day of the month before', { opening: { type: 'monthBefore', day: 15, time: '09:00' } }],
  ['two months before', { opening: { type: 'monthBefore', day: 1, time: '09:00', months: 2 } }],
  [
    'the first Monday of the month before',
    { opening: { type: 'monthWeekday', nth: 1, day: 1, months: 1, time: '09:00' } },
  ],
  ['closing at the start', { closing: { type: 'none' } }],
  ['hours before', { closing: { type: 'hoursBefore', hours: 48 } }],
  ['the evening before', { closing: { type: 'eveningBefore', time: '17:30' } }],
  ['the same morning', { closing: { type: 'daysBefore', days: 0, time: '08:00' } }],
  ['the last working day', { closing: { type: 'lastWorkingDay', time: '16:00' } }],
  ['three working days', { closing: { type: 'lastWorkingDay', time: '16:00', days: 3 } }],
  ['Thursday of the week before', { closing: { type: 'weekBefore', weeks: 1, day: 4, time: '12:00' } }],
  ['a fixed closing', { closing: { type: 'at', instant: '2026-12-24T17:00:00.000Z' } }],
  [
    'Friday for a Monday, the evening before otherwise',
    {
      closing: {
        type: 'weekdayTable',
        table: { 1: { day: 5, time: '16:00' } },
        otherwise: { type: 'eveningBefore', time: '18:00' },
      },
    },
  ],
  [
    'a table alone',
    { closing: { type: 'weekdayTable', table: { 2: { day: 1, time: '12:00' }, 7: { day: 5, time: '18:00' } } } },
  ],
  ['no quota', { quotas: [] }],
  [
    'three quotas',
    {
      quotas: [
        { most: 2, per: 'WEEK', over: 'KIND', counting: 'BOOKINGS' },
        { most: 1, per: 'SCHOOL_YEAR', over: 'ACTIVITY', counting: 'PRESENCES' },
        { most: 4, per: 'COMING', over: 'RELAIS', counting: 'BOOKINGS' },
      ],
    },
  ],
  ['everybody', { who: { kinds: ['ASSISTANTE_MATERNELLE'], from: 'ALL', othersFrom: null } }],
  [
    'members, then others',
    {
      who: {
        kinds: ['ASSISTANTE_MATERNELLE', 'CANDIDATE'],
        from: 'MEMBERS',
        othersFrom: { type: 'daysBefore', days: 3, time: '12:00' },
      },
    },
  ],
  [
    'two communes',
    { who: { kinds: ['GARDE_A_DOMICILE'], from: 'COMMUNES', communeIds: [amiens, boves], othersFrom: null } },
  ],
  ['children at will', { children: { welcome: 'OPTIONAL', perAdult: null } }],
  ['two children at most', { children: { welcome: 'REQUIRED', perAdult: 2 } }],
  [
    'conditions',
    {
      conditions: [
        { code: 'parents', words: 'J’ai l’accord des parents.' },
        { code: 'c2', words: 'Je viens à pied.' },
      ],
    },
  ],
  ['no règlement', { reglement: 'NOT_ASKED' }],
  ['in order of arrival', { priority: { by: 'ARRIVAL' } }],
  ['fewest presences', { priority: { by: 'FEWEST_PRESENCES', days: 90 } }],
  ['communes first', { priority: { by: 'HOME_FIRST', daysBefore: 7, communeIds: [amiens] } }],
  ['an offer of two days', { offerHours: 48 }],
  ['no minimum', { minimum: null }],
  ['a minimum', { minimum: { adults: 4, decision: { type: 'lastWorkingDay', time: '12:00', days: 2 } } }],
];

test.each(OWN)('%s: rules → form → rules', (_, own) => {
  expect(bookingRulesPatch.parse(roundTrip(own))).toEqual(own);
});

test.each(Object.entries(KIND_DEFAULTS))('the defaults of %s come back as own rules', (_, defaults: BookingRules) => {
  expect(roundTrip(defaults)).toEqual(defaults);
});

test('a form that says nothing changes nothing; one that says "as by default" neither, whatever it holds', () => {
  expect(readRules(new URLSearchParams(), PARIS)).toEqual({});
  const fields = writeRules(KIND_DEFAULTS.REUNION, KIND_DEFAULTS.REUNION, PARIS);
  for (const rule of RULES) fields.set(rule, '');
  expect(readRules(fields, PARIS)).toEqual({});
});

test('reads what people type: hours without colon, rows left empty, new conditions beside known ones', () => {
  const fields = new URLSearchParams([
    ...Object.entries({ closing: 'eveningBefore', 'closing.eveningBefore.time': '18h' }),
    ...Object.entries({ quotas: 'some', 'quotas.0.most': '', 'quotas.3.most': ' 2 ', 'quotas.3.per': 'MONTH' }),
    ...Object.entries({ conditions: 'some', 'conditions.0.code': 'c2', 'conditions.0.words': 'Une' }),
    ...Object.entries({ 'conditions.1.code': '', 'conditions.1.words': 'Deux' }),
  ]);
  expect(readRules(fields, PARIS)).toEqual({
    closing: { type: 'eveningBefore', time: '18:00' },
    quotas: [{ most: 2, per: 'MONTH', over: 'ACTIVITY', counting: 'BOOKINGS' }],
    conditions: [
      { code: 'c2', words: 'Une' },
      { code: 'c3', words: 'Deux' },
    ],
  });
});

describe('an error stands beside its field', () => {
  test.each<[string, Record<string, string>, string]>([
    ['days', { opening: 'daysBefore', 'opening.daysBefore.time': '09:00' }, 'opening.daysBefore.days'],
    ['an hour', { closing: 'eveningBefore', 'closing.eveningBefore.time': '25:00' }, 'closing.eveningBefore.time'],
    ['a date', { opening: 'at', 'opening.at.date': '2026-02-31', 'opening.at.time': '09:00' }, 'opening.at.date'],
    [
      'a line of the table',
      { closing: 'weekdayTable', 'closing.weekdayTable.1.day': '5' },
      'closing.weekdayTable.1.time',
    ],
    [
      'the rest of the table',
      { closing: 'weekdayTable', 'closing.weekdayTable.otherwise': 'hoursBefore' },
      'closing.weekdayTable.otherwise.hoursBefore.hours',
    ],
    ['a row after an empty one', { quotas: 'some', 'quotas.0.most': '', 'quotas.2.most': '0' }, 'quotas.2.most'],
    ['nobody', { who: 'some', 'who.from': 'ALL' }, 'who.kinds'],
    ['no commune', { who: 'some', 'who.kinds': 'CANDIDATE', 'who.from': 'COMMUNES' }, 'who.communes'],
    [
      'when others may',
      {
        who: 'some',
        'who.kinds': 'CANDIDATE',
        'who.from': 'HOME',
        'who.others': 'daysBefore',
        'who.others.daysBefore.time': '9:00',
      },
      'who.others.daysBefore.days',
    ],
    ['too many children', { children: 'REQUIRED', 'children.REQUIRED.perAdult': '99' }, 'children.REQUIRED.perAdult'],
    ['fewest presences', { priority: 'FEWEST_PRESENCES' }, 'priority.FEWEST_PRESENCES.days'],
    ['an offer', { offerHours: 'some', 'offerHours.hours': 'deux' }, 'offerHours.hours'],
    ['a minimum', { minimum: 'some', 'minimum.adults': '' }, 'minimum.adults'],
    [
      'its decision',
      { minimum: 'some', 'minimum.adults': '4', 'minimum.decision': 'hoursBefore' },
      'minimum.decision.hoursBefore.hours',
    ],
  ])('%s', (_, typed, control) => {
    const fields = new URLSearchParams(typed);
    const issues = bookingRulesPatch.safeParse(readRules(fields, PARIS)).error?.issues ?? [];
    expect(issues.map(({ path }) => controlAt(path, fields))).toEqual([control]);
  });
});
