import { describe, expect, test } from 'vitest';

import { KIND_DEFAULTS, rulesInForce, type BookingRules } from '#app/catalog/booking-rules.ts';
import { bookingWindow } from '#app/catalog/booking-window.ts';
import { bookingStatus } from '#app/catalog/booking-status.ts';
import { explainRules } from '#app/catalog/explain-rules.ts';
import { PUBLIC_HOLIDAYS_ONLY } from '#app/time/days-off.ts';

const zone = 'Europe/Paris';
/** Tuesday 24 November 2026, 9:30–11:00. */
const startsAt = new Date('2026-11-24T08:30:00Z');
const endsAt = new Date('2026-11-24T10:00:00Z');

function lines(change: Partial<BookingRules>, ages: [number | null, number | null] = [null, null]): string[] {
  const rules = rulesInForce('ATELIER', {}, change);
  const window = bookingWindow(rules, { startsAt, zone }, PUBLIC_HOLIDAYS_ONLY);
  return explainRules(rules, { zone, relais: 'Relais Nord', ageMinMonths: ages[0], ageMaxMonths: ages[1], window });
}

describe('the rules of a session in words', () => {
  test('an atelier by default', () => {
    expect(lines({}, [3, 47])).toEqual([
      'Inscription : directe, ouverte dès la publication',
      'Clôture : lundi 23 novembre, 18 h',
      'Pour : assistantes maternelles et gardes d’enfants à domicile de tous les relais',
      'Au plus 4 enfants par adulte',
      'Âge des enfants : 3 mois à moins de 4 ans',
      'Règlement du relais à accepter avant la première inscription',
    ]);
  });

  test.each<[string, Partial<BookingRules>, string]>([
    [
      'opening',
      { opening: { type: 'daysBefore', days: 14, time: '09:00' } },
      'Inscription : directe, ouverte à partir du mardi 10 novembre, 9 h',
    ],
    ['on request', { mode: 'ON_REQUEST' }, 'Inscription : sur demande, le relais confirme, ouverte dès la publication'],
    ['closing at the start', { closing: { type: 'none' } }, "Clôture : jusqu'au début de la séance"],
    [
      'quota',
      { quotas: [{ most: 2, per: 'WEEK', over: 'KIND', counting: 'BOOKINGS' }] },
      '2 inscriptions à ce type d’activité par semaine au plus',
    ],
    [
      'members',
      {
        who: {
          kinds: ['ASSISTANTE_MATERNELLE'],
          from: 'MEMBERS',
          othersFrom: { type: 'daysBefore', days: 3, time: '12:00' },
        },
      },
      'Ouverte aux autres relais à partir du samedi 21 novembre, 12 h',
    ],
    [
      'fewest presences',
      { priority: { by: 'FEWEST_PRESENCES', days: 90 } },
      'Liste d’attente : priorité à celles qui sont le moins venues depuis 90 jours',
    ],
    [
      'home first',
      { priority: { by: 'HOME_FIRST', daysBefore: 7, communeIds: [] } },
      'Liste d’attente : priorité à celles du Relais Nord, jusqu’à 7 jours avant',
    ],
    [
      'condition',
      { conditions: [{ code: 'auto', words: 'J’ai l’accord écrit des parents.' }] },
      'Condition : J’ai l’accord écrit des parents.',
    ],
    [
      'minimum',
      { minimum: { adults: 4, decision: { type: 'hoursBefore', hours: 48 } } },
      'Maintenue à partir de 4 personnes : décision dimanche 22 novembre, 9 h 30',
    ],
    ['no children', { children: { welcome: 'NONE', perAdult: null } }, 'Sans les enfants'],
  ])('%s', (_, change, line) => expect(lines(change)).toContain(line));

  test('free access and groups by name say only what matters', () => {
    expect(lines({ mode: 'FREE' })).toEqual(['Accès libre : venez sans vous inscrire.']);
    expect(lines({ mode: 'BY_NAME' })[0]).toBe('Sur candidature : le relais compose le groupe.');
  });

  test('without a session, rules are told in general', () => {
    const context = { zone, relais: 'Relais Nord', ageMinMonths: null, ageMaxMonths: null, window: null };
    expect(explainRules(KIND_DEFAULTS.ATELIER, context)[1]).toBe('Clôture : la veille à 18 h');
  });
});

test.each<[string, Partial<BookingRules>, boolean, string, string]>([
  ['2026-11-22T09:00:00Z', {}, false, 'open', 'Inscription jusqu’au lundi 23 novembre, 18 h'],
  ['2026-11-22T09:00:00Z', { mode: 'ON_REQUEST' }, false, 'open', 'Sur demande jusqu’au lundi 23 novembre, 18 h'],
  ['2026-11-23T17:00:00Z', {}, false, 'closed', 'Inscriptions closes'],
  [
    '2026-11-01T09:00:00Z',
    { opening: { type: 'daysBefore', days: 14, time: '09:00' } },
    false,
    'notYet',
    'Inscription à partir du mardi 10 novembre, 9 h',
  ],
  ['2026-11-24T09:00:00Z', {}, false, 'started', 'Séance commencée'],
  ['2026-11-24T09:00:00Z', { mode: 'FREE' }, false, 'free', 'Accès libre, sans inscription'],
  ['2026-11-24T10:00:00Z', { mode: 'FREE' }, false, 'started', 'Séance passée'],
  ['2026-11-22T09:00:00Z', { mode: 'BY_NAME' }, false, 'byName', 'Sur candidature auprès du relais'],
  ['2026-11-22T09:00:00Z', {}, true, 'cancelled', 'Annulée'],
])('at %s with %j, cancelled %s: %s', (now, change, cancelled, status, words) => {
  const rules = rulesInForce('ATELIER', {}, change);
  const window = bookingWindow(rules, { startsAt, zone }, PUBLIC_HOLIDAYS_ONLY);
  expect(bookingStatus(rules, window, { startsAt, endsAt, cancelled, zone }, new Date(now))).toEqual({ status, words });
});
