import { explainClosing, explainOpening } from '#app/time/booking-rule-words.ts';
import { ageRange, dayPlain, deadline, list, plural } from '#app/time/french.ts';
import type { OpeningRule } from '#app/time/booking-deadline.ts';
import type { BookingWindow } from './booking-window.ts';
import { PER_PERIOD } from './quota-period.ts';
import type { BookingRules, Priority, ProfessionalKindName, Quota, WhoMayBook } from './booking-rules.ts';

/** What the words depend on beside the rules. */
export type RuleContext = {
  zone: string;
  relais: string;
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  /** Null: the rules in general; else those of one session, with its dates. */
  window: BookingWindow | null;
  /** Names of the communes that a priority rule may name, by id. */
  communes?: ReadonlyMap<string, string> | undefined;
  /** Relais invited: when their members may book, by rule, or for the session in question (`opensAt`). */
  guests?: readonly GuestWords[];
};

export type GuestWords = { name: string; opening: OpeningRule | null; opensAt?: Date | null };

const KINDS: Readonly<Record<ProfessionalKindName, string>> = {
  ASSISTANTE_MATERNELLE: 'assistantes maternelles',
  GARDE_A_DOMICILE: 'gardes d’enfants à domicile',
  CANDIDATE: 'candidates à l’agrément',
};

/** The rules that apply to a session, one French line each, the most useful first; what binds nobody is left out. */
export function explainRules(rules: BookingRules, context: RuleContext): string[] {
  if (rules.mode === 'FREE') return freeAccess(rules, context);
  if (rules.mode === 'BY_NAME') return ['Sur candidature : le relais compose le groupe.', whoMayBook(rules, context)];
  return [
    booking(rules, context),
    closing(rules, context),
    whoMayBook(rules, context),
    ...invited(context),
    ...others(rules, context),
    ...otherKinds(rules, context),
    ...participants(rules),
    ...children(rules),
    ...ages(context),
    ...rules.quotas.map(quotaInWords),
    ...priority(rules.priority, context),
    ...rules.conditions.map(({ words }) => `Condition : ${words}`),
    ...(rules.reglement === 'REQUIRED' ? ['Règlement du relais à accepter avant la première inscription'] : []),
    ...minimum(rules, context),
  ];
}

/** What is asked of those who come without enrolling is told; nobody is turned away for it (rule 9). */
function freeAccess(rules: BookingRules, context: RuleContext): string[] {
  const presences = rules.quotas.filter(({ counting }) => counting === 'PRESENCES');
  return [
    'Accès libre : venez sans vous inscrire.',
    ...ages(context),
    ...presences.map(quotaInWords),
    ...rules.conditions.map(({ words }) => `Condition : ${words}`),
  ];
}

function booking(rules: BookingRules, { window, zone }: RuleContext): string {
  const how = rules.mode === 'DIRECT' ? 'directe' : 'sur demande, le relais confirme';
  if (rules.opening.type === 'always') return `Inscription : ${how}, ouverte dès la publication`;
  const from = window?.opensAt ? `à partir du ${deadline(window.opensAt, zone)}` : explainOpening(rules.opening, zone);
  return `Inscription : ${how}, ouverte ${from}`;
}

function closing(rules: BookingRules, { window, zone }: RuleContext): string {
  const isAtStart = rules.closing.type === 'none';
  if (isAtStart || !window) return `Clôture : ${explainClosing(rules.closing, zone)}`;
  return `Clôture : ${deadline(window.closesAt, zone)}`;
}

function whoMayBook({ who }: BookingRules, context: RuleContext): string {
  return `Pour : ${whoInWords(who, context)}`;
}

/** "assistantes maternelles de tous les relais". */
export function whoInWords(who: WhoMayBook, { relais, communes }: Pick<RuleContext, 'relais' | 'communes'>): string {
  const kinds = list(who.kinds.map((kind) => KINDS[kind]));
  switch (who.from) {
    case 'ALL':
      return `${kinds} de tous les relais`;
    case 'HOME':
      return `${kinds} rattachées à ${relais}`;
    case 'MEMBERS':
      return `${kinds} de ${relais}`;
    case 'COMMUNES': {
      const names = (who.communeIds ?? []).flatMap((id) => communes?.get(id) ?? []);
      return `${kinds} ${names.length === 0 ? 'des communes choisies' : `qui exercent à ${list(names)}`}`;
    }
  }
}

function invited({ guests = [], zone }: RuleContext): string[] {
  return guests.map(({ name, opening, opensAt }) => {
    if (opening === null || opening.type === 'always') return `Ouverte aussi à : ${name}`;
    const from = opensAt ? `à partir du ${deadline(opensAt, zone)}` : explainOpening(opening, zone);
    return `Ouverte à ${name} : ${from}`;
  });
}

function others({ who }: BookingRules, { window, zone }: RuleContext): string[] {
  if (who.from === 'ALL' || who.othersFrom === null) return [];
  const from = window?.othersFrom
    ? `à partir du ${deadline(window.othersFrom, zone)}`
    : explainOpening(who.othersFrom, zone);
  return [`Ouverte aux autres relais ${from}`];
}

function otherKinds({ who }: BookingRules, { window, zone }: RuleContext): string[] {
  const left = otherKindsInWords(who);
  if (left === '' || who.otherKindsFrom === undefined) return [];
  const from = window?.otherKindsFrom
    ? `à partir du ${deadline(window.otherKindsFrom, zone)}`
    : explainOpening(who.otherKindsFrom, zone);
  return [`Ouverte aussi aux ${left} ${from}`];
}

function participants({ who }: BookingRules): string[] {
  return who.participants ? ['Parents bienvenus, sans compte : le relais les inscrit'] : [];
}

/** The kinds of professionals that a rule leaves out: "candidates à l’agrément". */
export function otherKindsInWords({ kinds }: WhoMayBook): string {
  return list(Object.entries(KINDS).flatMap(([kind, words]) => (kinds.some((one) => one === kind) ? [] : [words])));
}

/** "jusqu’au 15 décembre 2026", "jusqu’à 7 jours avant"; nothing: always. */
export function homeFirstInWords({ daysBefore, through }: Extract<Priority, { by: 'HOME_FIRST' }>): string {
  if (through !== undefined) return ` jusqu’au ${dayPlain(through, { year: true })}`;
  return daysBefore === 0 ? '' : ` jusqu’à ${plural(daysBefore, 'jour', 'jours')} avant`;
}

function children({ children: { welcome, perAdult } }: BookingRules): string[] {
  if (welcome === 'NONE') return ['Sans les enfants'];
  const most = perAdult === null ? [] : [`Au plus ${plural(perAdult, 'enfant', 'enfants')} par adulte`];
  return welcome === 'OPTIONAL' ? ['Avec ou sans enfants', ...most] : most;
}

function ages({ ageMinMonths, ageMaxMonths }: RuleContext): string[] {
  return ageMinMonths === null && ageMaxMonths === null
    ? []
    : [`Âge des enfants : ${ageRange(ageMinMonths, ageMaxMonths)}`];
}

/** "2 inscriptions à ce type d’activité par semaine au plus": said of what is counted: this activity, its kind, or everything at the relais. */
export function quotaInWords({ most, per, over, counting }: Quota): string {
  const unit = counting === 'PRESENCES' ? ['présence', 'présences'] : ['inscription', 'inscriptions'];
  const scope = { ACTIVITY: 'à cette activité', KIND: 'à ce type d’activité', RELAIS: 'aux activités du relais' }[over];
  return `${plural(most, unit[0] ?? '', unit[1] ?? '')} ${scope} ${PER_PERIOD[per]} au plus`;
}

function priority(rule: Priority, { relais, communes }: RuleContext): string[] {
  if (rule.by === 'ARRIVAL') return [];
  if (rule.by === 'FEWEST_PRESENCES') {
    return [
      `Liste d’attente : priorité à celles qui sont le moins venues depuis ${plural(rule.days, 'jour', 'jours')}`,
    ];
  }
  const names = rule.communeIds.flatMap((id) => communes?.get(id) ?? []);
  const whom = names.length > 0 ? `aux habitantes de ${list(names)}` : `à celles du ${relais}`;
  const until = homeFirstInWords(rule);
  return [`Liste d’attente : priorité ${whom}${until && `,${until}`}`];
}

function minimum({ minimum }: BookingRules, { window, zone }: RuleContext): string[] {
  if (!minimum) return [];
  const decided = window?.decidesAt ? deadline(window.decidesAt, zone) : explainClosing(minimum.decision, zone);
  return [`Maintenue à partir de ${plural(minimum.adults, 'personne', 'personnes')} : décision ${decided}`];
}
