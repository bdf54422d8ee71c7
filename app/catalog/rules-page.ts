import type { OpeningRule } from '#app/time/booking-deadline.ts';
import type { Period } from '#app/time/days-off.ts';
import type { BookingRules, BookingRulesPatch } from './booking-rules.ts';

/** Everything the form of booking rules needs, as plain data: it computes its sentences in the browser. */
export type RulesPage = {
  zone: string;
  relais: string;
  /** What a rule left "as by default" is, and whose default it is. */
  inherited: BookingRules;
  inheritedFrom: 'le relais' | 'toutes les activités' | 'le type d’activité';
  own: BookingRulesPatch;
  communes: { id: string; name: string }[];
  /** The relais that may be invited, and those that are; null: rules of a relais, which invites nobody. */
  others: { id: string; name: string }[] | null;
  guests: { relaisId: string; opening: OpeningRule | null }[];
  /** Dates on which the rules are shown at work; `real`: the activity has them. */
  examples: { startsAt: string; real: boolean }[];
  closures: readonly Period[];
};
