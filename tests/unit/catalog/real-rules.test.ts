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
import { readRules, writeRules } from '#app/catalog/rules-fields.ts';
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
];

describe.each(CASES)('%s', (_, { kind, own, screen, told, status }) => {
  const rules = rulesInForce(kind, {}, own);
  const window = bookingWindow(rules, { startsAt, zone }, PUBLIC_HOLIDAYS_ONLY);

  test('passes through the form unchanged', () => {
    const fields = writeRules(own, KIND_DEFAULTS[kind], zone);
    expect(bookingRulesPatch.parse(readRules(fields, zone))).toEqual(own);
  });

  test('is worded on the screen of rules', () => {
    const names = ['mode', 'who', 'quotas', 'conditions'] as const;
    const sentences = names.map((name) => ruleSentence(name, rules, { zone, relais }));
    expect(sentences).toEqual(expect.arrayContaining([...screen]));
  });

  test('is told to those who come, and applies', () => {
    const context = { zone, relais, ageMinMonths: null, ageMaxMonths: null, window };
    expect(explainRules(rules, context)).toEqual(expect.arrayContaining([...told]));
    expect(bookingStatus(rules, window, { startsAt, endsAt, cancelled: false, zone }, now).words).toBe(status);
  });
});
