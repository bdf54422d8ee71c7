import { rulesInForce, type ActivityKindName, type BookingRulesPatch, type RelaisRulesPatch } from './booking-rules.ts';
import { RULES, type RuleName } from './rules-fields.ts';

/** Of the rules chosen, those that differ from the inherited ones: only these are stored. */
export function differing(chosen: BookingRulesPatch, inherited: BookingRulesPatch): BookingRulesPatch {
  const kept = Object.entries(chosen).filter(([rule, value]) => !isSame(value, Reflect.get(inherited, rule)));
  return Object.fromEntries(kept);
}

/** The rules that the second set says otherwise than the first. */
export function changedRules(before: BookingRulesPatch, after: BookingRulesPatch): RuleName[] {
  return RULES.filter((rule) => !isSame(before[rule], after[rule]));
}

/** What an activity of that kind inherits from its relais. */
export function inheritedByActivity(kind: ActivityKindName, relais: RelaisRulesPatch) {
  return rulesInForce(kind, relais, {});
}

/** What the relais's rules for a kind inherit: the kind's own, changed by the relais's for all kinds. */
export function inheritedByKind(kind: ActivityKindName, relais: RelaisRulesPatch) {
  return rulesInForce(kind, { ...relais, byKind: {} }, {});
}

/** Equal whatever the order of their fields; an absent field and an undefined one are the same. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
