import { expect, test } from 'vitest';

import { KIND_DEFAULTS, type BookingRulesPatch } from '#app/catalog/booking-rules.ts';
import { guestsInWords, readGuests, writeGuests } from '#app/catalog/guest-fields.ts';
import { publicationAsked, publishedInWords } from '#app/catalog/publication-words.ts';
import type { RulesPage } from '#app/catalog/rules-page.ts';
import { RULES, writeRules } from '#app/catalog/rules-fields.ts';
import { rulesView } from '#app/catalog/rules-view.ts';

const boves = { id: '5b1e2a9c-1111-4c7e-8a5d-2f3b4c5d6e7f', name: 'Relais de Boves' };
const page: RulesPage = {
  ...{ zone: 'Europe/Paris', relais: 'Relais Nord', inheritedFrom: 'le relais', own: {}, communes: [boves] },
  ...{ others: [boves], guests: [], closures: [], inherited: KIND_DEFAULTS.ATELIER },
  examples: [
    { startsAt: '2026-11-30T08:30:00Z', real: true },
    { startsAt: '2026-12-03T08:30:00Z', real: true },
  ],
};
const viewOf = (own: BookingRulesPatch) => rulesView(page, writeRules(own, page.inherited, page.zone));
const TABLE = {
  type: 'weekdayTable',
  table: { 1: { day: 5, time: '16:00' } },
  otherwise: { type: 'eveningBefore', time: '18:00' },
} as const;

test('a rule is told beside its field, and shown at work on the next dates', () => {
  const view = viewOf({ closing: TABLE });
  expect(view.own).toEqual(['closing']);
  expect(view.sentence('closing')).toBe('Fermeture : vendredi 16 h pour un lundi, la veille 18 h sinon');
  expect(view.examples).toEqual([
    'Pour la séance du lundi 30 novembre 9 h 30 : ouverture dès la publication, fermeture vendredi 27 novembre, 16 h.',
    'Pour la séance du jeudi 3 décembre 9 h 30 : ouverture dès la publication, fermeture mercredi 2 décembre, 18 h.',
  ]);
});

test.each<[string, BookingRulesPatch, string]>([
  ['mode', { mode: 'ON_REQUEST' }, 'Inscription : sur demande, le relais confirme'],
  [
    'opening',
    { opening: { type: 'weekBefore', weeks: 1, day: 1, time: '09:00' } },
    'Ouverture : le lundi de la semaine précédente, à 9 h',
  ],
  ['children', { children: { welcome: 'OPTIONAL', perAdult: 2 } }, 'Enfants : avec ou sans, au plus 2 par adulte'],
  [
    'quotas',
    { quotas: [{ most: 2, per: 'SCHOOL_YEAR', over: 'KIND', counting: 'PRESENCES' }] },
    'Quotas : 2 présences à ce type d’activité par année scolaire au plus',
  ],
  [
    'who',
    {
      who: {
        kinds: ['CANDIDATE'],
        from: 'COMMUNES',
        communeIds: [boves.id],
        othersFrom: { type: 'daysBefore', days: 3, time: '12:00' },
      },
    },
    'Qui peut s’inscrire : candidates à l’agrément qui exercent à Relais de Boves ; les autres 3 jours avant, à 12 h',
  ],
  [
    'priority',
    { priority: { by: 'HOME_FIRST', daysBefore: 7, communeIds: [] } },
    'Liste d’attente : d’abord celles rattachées au relais jusqu’à 7 jours avant',
  ],
  ['offerHours', { offerHours: 48 }, 'Délai d’une proposition : 48 heures pour répondre, comptées de 7 h à 20 h'],
  [
    'minimum',
    { minimum: { adults: 4, decision: TABLE } },
    'Minimum : 4 personnes, décision vendredi 16 h pour un lundi, la veille 18 h sinon',
  ],
])('%s in words', (rule, own, sentence) => {
  const name = RULES.find((one) => one === rule) ?? 'mode';
  expect(viewOf(own).sentence(name)).toBe(sentence);
});

test('a rule half filled in says so, and gives no example', () => {
  const fields = writeRules({}, page.inherited, page.zone);
  fields.set('closing', 'hoursBefore');
  const view = rulesView(page, fields);
  expect(view.sentence('closing')).toBe('Fermeture : à compléter');
  expect(view.examples).toEqual([]);
});

test('an opening after the closing is pointed out', () => {
  const view = viewOf({ opening: { type: 'daysBefore', days: 0, time: '08:00' } });
  expect(view.examples[0]).toContain('la fermeture vient avant l’ouverture');
});

test('guests: rules → form → rules, and in words', () => {
  const guests = [{ relaisId: boves.id, opening: { type: 'daysBefore', days: 14, time: '09:00' } as const }];
  const fields = new URLSearchParams();
  writeGuests(fields, guests, page.zone);
  expect(readGuests(fields, page.zone)).toEqual(guests);
  expect(guestsInWords(guests, [boves], page.zone)).toBe('Relais de Boves (14 jours avant, à 9 h)');
  expect(guestsInWords([], [boves], page.zone)).toBe('aucun autre relais');
});

test('a term to publish: until the end of the school year unless said; reversed dates are put in order', () => {
  const asked = (query: string) => publicationAsked(new URLSearchParams(query), '2026-11-22');
  expect(asked('')).toEqual({ relais: null, from: '2026-11-22', until: '2027-08-31' });
  expect(asked('relais=nord&du=2027-03-01&au=2027-01-01')).toEqual({
    relais: 'nord',
    from: '2027-01-01',
    until: '2027-03-01',
  });
  expect(asked('relais=%3C&du=demain')).toEqual({ relais: null, from: '2026-11-22', until: '2027-08-31' });
});

test('what was published, and what was not', () => {
  const known = [{ dates: [{ id: 'a', when: 'Lundi 30 novembre, 9 h 30 – 11 h' }] }];
  expect(publishedInWords({ published: ['a', 'b'], refused: [] }, known)).toEqual({
    severity: 'success',
    text: '2 dates publiées.',
  });
  expect(publishedInWords({ published: [], refused: [{ sessionId: 'a', code: 'SITE_FULL' }] }, known).text).toBe(
    '0 date publiée. Restent en brouillon : Lundi 30 novembre, 9 h 30 – 11 h (le lieu serait trop plein).',
  );
});
