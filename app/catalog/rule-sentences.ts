import { explainClosing, explainOpening } from '#app/time/booking-rule-words.ts';
import { list, plural } from '#app/time/french.ts';
import type { BookingRules, Priority } from './booking-rules.ts';
import { homeFirstInWords, otherKindsInWords, quotaInWords, whoInWords, type RuleContext } from './explain-rules.ts';
import type { RuleName } from './rules-fields.ts';

/** What staff call each rule. */
export const RULE_NAMES: Readonly<Record<RuleName, string>> = {
  mode: 'Inscription',
  opening: 'Ouverture',
  closing: 'Fermeture',
  who: 'Qui peut s’inscrire',
  children: 'Enfants',
  quotas: 'Quotas',
  conditions: 'Conditions',
  reglement: 'Règlement',
  priority: 'Liste d’attente',
  offerHours: 'Délai d’une proposition',
  minimum: 'Minimum',
};

export const MODE_WORDS: Readonly<Record<BookingRules['mode'], string>> = {
  DIRECT: 'directe, la place est prise aussitôt',
  ON_REQUEST: 'sur demande, le relais confirme',
  FREE: 'accès libre, sans inscription',
  BY_NAME: 'sur candidature, le relais compose le groupe',
};

type Words = Pick<RuleContext, 'zone' | 'relais' | 'communes'>;

/** One rule as staff read it beside its field: "Fermeture : vendredi 16 h pour un lundi, la veille 18 h sinon". */
export function ruleSentence(rule: RuleName, rules: BookingRules, words: Words): string {
  return `${RULE_NAMES[rule]} : ${ruleInWords(rule, rules, words)}`;
}

/** The same without its name. */
export function ruleInWords(rule: RuleName, rules: BookingRules, words: Words): string {
  const { zone } = words;
  switch (rule) {
    case 'mode':
      return MODE_WORDS[rules.mode];
    case 'opening':
      return explainOpening(rules.opening, zone);
    case 'closing':
      return explainClosing(rules.closing, zone);
    case 'who':
      return whoMay(rules, words);
    case 'children':
      return childrenInWords(rules.children);
    case 'quotas':
      return rules.quotas.length === 0 ? 'aucun' : list(rules.quotas.map(quotaInWords));
    case 'conditions':
      return rules.conditions.length === 0 ? 'aucune' : rules.conditions.map((one) => `« ${one.words} »`).join(', ');
    case 'reglement':
      return rules.reglement === 'REQUIRED' ? 'à accepter avant la première inscription' : 'pas demandé';
    case 'priority':
      return priorityInWords(rules.priority, words);
    case 'offerHours':
      return `${plural(rules.offerHours, 'heure', 'heures')} pour répondre, comptées de 7 h à 20 h`;
    case 'minimum':
      if (!rules.minimum) return 'aucun, la séance est maintenue quel que soit le nombre';
      return `${plural(rules.minimum.adults, 'personne', 'personnes')}, décision ${explainClosing(rules.minimum.decision, zone)}`;
  }
}

function whoMay({ who }: BookingRules, { zone, relais, communes }: Words): string {
  const parts = [whoInWords(who, { relais, communes })];
  if (who.from !== 'ALL')
    parts.push(who.othersFrom === null ? 'jamais les autres' : `les autres ${explainOpening(who.othersFrom, zone)}`);
  const left = otherKindsInWords(who);
  if (who.otherKindsFrom && left !== '') parts.push(`les ${left} ${explainOpening(who.otherKindsFrom, zone)}`);
  if (who.participants) parts.push('les parents, inscrits par le relais');
  return parts.join(' ; ');
}

function childrenInWords({ welcome, perAdult }: BookingRules['children']): string {
  if (welcome === 'NONE') return 'sans les enfants';
  const most = perAdult === null ? '' : `, au plus ${perAdult} par adulte`;
  return welcome === 'REQUIRED' ? `attendus, au moins un${most}` : `avec ou sans${most}`;
}

function priorityInWords(rule: Priority, { communes }: Words): string {
  if (rule.by === 'ARRIVAL') return 'dans l’ordre d’arrivée';
  if (rule.by === 'FEWEST_PRESENCES') {
    return `d’abord celles qui sont le moins venues depuis ${plural(rule.days, 'jour', 'jours')}`;
  }
  const names = rule.communeIds.flatMap((id) => communes?.get(id) ?? []);
  const whom = names.length > 0 ? `qui exercent à ${list(names)}` : 'rattachées au relais';
  return `d’abord celles ${whom}${homeFirstInWords(rule)}`;
}

/** Can these rules be told: is no number, hour or choice missing in them? */
export function isComplete(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isComplete);
  if (typeof value !== 'object' || value === null) return value !== '';
  return Object.entries(value).every(
    ([key, one]) => (key !== 'time' || (typeof one === 'string' && /^\d\d:\d\d$/.test(one))) && isComplete(one),
  );
}
