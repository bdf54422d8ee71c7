import type { BookingRules, BookingRulesPatch } from './booking-rules.ts';
import type { Fields } from './form-fields.ts';
import { exampleInWords } from './rule-example.ts';
import { isComplete, ruleInWords, RULE_NAMES } from './rule-sentences.ts';
import type { RulesPage } from './rules-page.ts';
import { readRules, RULES, type RuleName } from './rules-fields.ts';

/** What the form says at this moment, in words. */
export type RulesView = {
  /** "Fermeture : vendredi 16 h pour un lundi, la veille 18 h sinon" */
  sentence: (rule: RuleName) => string;
  /** Which rules say something of their own. */
  own: readonly RuleName[];
  examples: string[];
};

/** The words of the rules that the form says; a rule half filled in says so. */
export function rulesView(page: RulesPage, fields: Fields): RulesView {
  const chosen = readRules(fields, page.zone);
  const words = {
    zone: page.zone,
    relais: page.relais,
    communes: new Map(page.communes.map(({ id, name }) => [id, name])),
  };
  const rules: BookingRules = { ...page.inherited, ...chosen };
  const sentence = (rule: RuleName) => {
    const own = chosen[rule];
    if (own === undefined) return `${RULE_NAMES[rule]} : ${inheritedInWords(page, rule)}`;
    if (!isComplete(own)) return `${RULE_NAMES[rule]} : à compléter`;
    return `${RULE_NAMES[rule]} : ${ruleInWords(rule, rules, words)}`;
  };
  return {
    sentence,
    own: RULES.filter((rule) => chosen[rule] !== undefined),
    examples: examplesOf(page, rules, chosen),
  };
}

/** "la veille à 18 h"; rules for all kinds leave each kind its own. */
export function inheritedInWords(page: RulesPage, rule: RuleName): string {
  if (page.inheritedFrom === 'le type d’activité') return 'selon le type d’activité';
  const communes = new Map(page.communes.map(({ id, name }) => [id, name]));
  return ruleInWords(rule, page.inherited, { zone: page.zone, relais: page.relais, communes });
}

function examplesOf({ examples, zone, closures }: RulesPage, rules: BookingRules, chosen: BookingRulesPatch): string[] {
  const { opening, closing, who, minimum } = { ...rules, ...chosen };
  if (![opening, closing, who, minimum].every(isComplete)) return [];
  const daysOff = { territory: 'metropole' as const, schoolHolidays: [], closures };
  return examples.map(({ startsAt, real }) =>
    exampleInWords(rules, { startsAt: new Date(startsAt), zone }, daysOff, real),
  );
}
