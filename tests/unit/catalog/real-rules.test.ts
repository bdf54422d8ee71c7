import { describe, expect, test } from 'vitest';

import { bookingRulesPatch } from '#app/catalog/booking-rules.schema.server.ts';
import { bookingStatus } from '#app/catalog/booking-status.ts';
import {
  KIND_DEFAULTS,
  rulesInForce,
  type ActivityKindName,
  type BookingRulesPatch,
} from '#app/catalog/booking-rules.ts';
import { bookingWindow } from '#app/catalog/booking-window.ts';
import { explainRules } from '#app/catalog/explain-rules.ts';
import { ruleSentence } from '#app/catalog/rule-sentences.ts';
import { readRules, RULES, writeRules } from '#app/catalog/rules-fields.ts';
import { PUBLIC_HOLIDAYS_ONLY } from '#app/time/days-off.ts';

type Case = {
  kind: ActivityKindName;
  own: BookingRulesPatch;
  /** Beside the fields, on the screen of rules. */
  screen: readonly string[];
  /** On the page of a session. */
  told: readonly string[];
  status: string;
};

const AM = 'ASSISTANTE_MATERNELLE';
const zone = 'Europe/Paris';
const relais = 'Relais Nord';
/** Thursday 26 November 2026, 9:30–11:00. */
const startsAt = new Date('2026-11-26T08:30:00Z');
const endsAt = new Date('2026-11-26T10:00:00Z');
const now = new Date('2026-11-22T08:00:00Z');

/** What relais print on their programmes, and how the rules say it. */
const CASES: readonly [string, Case][] = [
  [
    '« Accueil sans inscription ; chacune peut amener les enfants deux fois par semaine »',
    {
      kind: 'ATELIER',
      own: { mode: 'FREE', quotas: [{ most: 2, per: 'WEEK', over: 'ACTIVITY', counting: 'PRESENCES' }] },
      screen: [
        'Inscription : accès libre, sans inscription',
        'Quotas : 2 présences à cette activité par semaine au plus',
      ],
      told: ['Accès libre : venez sans vous inscrire.', '2 présences à cette activité par semaine au plus'],
      status: 'Accès libre, sans inscription',
    },
  ],
  [
    '« Assistantes maternelles du quartier »',
    {
      kind: 'ATELIER',
      own: { who: { kinds: [AM], from: 'HOME', othersFrom: null } },
      screen: ['Qui peut s’inscrire : assistantes maternelles rattachées à Relais Nord ; jamais les autres'],
      told: ['Pour : assistantes maternelles rattachées à Relais Nord'],
      status: 'Inscription jusqu’au mercredi 25 novembre, 18 h',
    },
  ],
  [
    '« Personne choisie par les directions de la crèche et du relais »',
    {
      kind: 'PASSERELLE',
      own: { mode: 'BY_NAME', who: { kinds: [AM], from: 'ALL', othersFrom: null } },
      screen: ['Inscription : sur candidature, le relais compose le groupe'],
      told: ['Sur candidature : le relais compose le groupe.', 'Pour : assistantes maternelles de tous les relais'],
      status: 'Sur candidature auprès du relais',
    },
  ],
  [
    '« Années paires pour les assistantes maternelles »',
    {
      kind: 'EVENEMENT',
      own: {
        who: { kinds: [AM], from: 'ALL', othersFrom: null },
        conditions: [{ code: 'c1', words: 'Cette année est paire : la journée est pour les assistantes maternelles.' }],
      },
      screen: [
        'Qui peut s’inscrire : assistantes maternelles de tous les relais',
        'Conditions : « Cette année est paire : la journée est pour les assistantes maternelles. »',
      ],
      told: [
        'Pour : assistantes maternelles de tous les relais',
        'Condition : Cette année est paire : la journée est pour les assistantes maternelles.',
      ],
      status: 'Inscription jusqu’au mercredi 25 novembre, 18 h',
    },
  ],
  [
    '« Les assistantes maternelles d’abord, les autres métiers trois jours avant ; parents bienvenus, sans compte »',
    {
      kind: 'REUNION',
      own: {
        who: {
          ...{ kinds: [AM], from: 'HOME', othersFrom: { type: 'daysBefore', days: 7, time: '08:00' } },
          ...{ otherKindsFrom: { type: 'daysBefore', days: 3, time: '12:00' }, participants: true },
        },
      },
      screen: [
        'Qui peut s’inscrire : assistantes maternelles rattachées à Relais Nord ; les autres 7 jours avant, à 8 h ; les gardes d’enfants à domicile et candidates à l’agrément 3 jours avant, à 12 h ; les parents, inscrits par le relais',
      ],
      told: [
        'Ouverte aux autres relais à partir du jeudi 19 novembre, 8 h',
        'Ouverte aussi aux gardes d’enfants à domicile et candidates à l’agrément à partir du lundi 23 novembre, 12 h',
        'Parents bienvenus, sans compte : le relais les inscrit',
      ],
      status: 'Inscription jusqu’au mercredi 25 novembre, 18 h',
    },
  ],
  [
    '« Celles du relais en priorité jusqu’au 24 novembre »',
    {
      kind: 'ATELIER',
      own: { priority: { by: 'HOME_FIRST', daysBefore: 0, through: '2026-11-24', communeIds: [] } },
      screen: ['Liste d’attente : d’abord celles rattachées au relais jusqu’au 24 novembre 2026'],
      told: ['Liste d’attente : priorité à celles du Relais Nord, jusqu’au 24 novembre 2026'],
      status: 'Inscription jusqu’au mercredi 25 novembre, 18 h',
    },
  ],
  [
    '« Inscription le 1er pour le mois suivant, 8 h ; clôture jeudi midi pour lundi, sinon l’avant-veille 18 h »',
    {
      kind: 'ATELIER',
      own: {
        opening: { type: 'monthBefore', day: 1, time: '08:00' },
        closing: {
          ...{ type: 'weekdayTable', table: { 1: { day: 4, time: '12:00' } } },
          otherwise: { type: 'daysBefore', days: 2, time: '18:00' },
        },
        children: { welcome: 'REQUIRED', perAdult: 3 },
        quotas: [{ most: 2, per: 'MONTH', over: 'RELAIS', counting: 'PRESENCES' }],
        minimum: { adults: 4, decision: { type: 'daysBefore', days: 2, time: '12:00' } },
      },
      screen: [
        'Ouverture : le 1er du mois précédent, à 8 h',
        'Fermeture : jeudi 12 h pour un lundi, 2 jours avant, à 18 h sinon',
        'Enfants : attendus, au moins un, au plus 3 par adulte',
        'Quotas : 2 présences aux activités du relais par mois au plus',
        'Minimum : 4 personnes, décision 2 jours avant, à 12 h',
      ],
      told: ['Maintenue à partir de 4 personnes : décision mardi 24 novembre, 12 h'],
      status: 'Inscription jusqu’au mardi 24 novembre, 18 h',
    },
  ],
];

describe.each(CASES)('%s', (_, { kind, own, screen, told, status }) => {
  const rules = rulesInForce(kind, {}, own);
  const window = bookingWindow(rules, { startsAt, zone }, PUBLIC_HOLIDAYS_ONLY);

  test('passes through the form unchanged', () => {
    const fields = writeRules(own, KIND_DEFAULTS[kind], zone);
    expect(bookingRulesPatch.parse(readRules(fields, zone))).toEqual(own);
  });

  test('is worded on the screen of rules', () => {
    const sentences = RULES.map((name) => ruleSentence(name, rules, { zone, relais }));
    expect(sentences).toEqual(expect.arrayContaining([...screen]));
  });

  test('is told to those who come, and applies', () => {
    const context = { zone, relais, ageMinMonths: null, ageMaxMonths: null, window };
    expect(explainRules(rules, context)).toEqual(expect.arrayContaining([...told]));
    expect(bookingStatus(rules, window, { startsAt, endsAt, cancelled: false, zone }, now).words).toBe(status);
  });
});
