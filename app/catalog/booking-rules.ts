import type { ClosingRule, OpeningRule } from '#app/time/booking-deadline.ts';

export type ActivityKindName =
  'ATELIER' | 'REUNION' | 'ANALYSE' | 'FORMATION' | 'PASSERELLE' | 'EVENEMENT' | 'PERMANENCE';

export type ProfessionalKindName = 'ASSISTANTE_MATERNELLE' | 'GARDE_A_DOMICILE' | 'CANDIDATE';

/** At most `most` per Monday–Sunday week or per month, by the session's local date. */
export type Quota = {
  most: number;
  per: 'WEEK' | 'MONTH';
  over: 'ACTIVITY' | 'KIND' | 'RELAIS';
  /** Places held (requests and offers included), or times she really came. */
  counting: 'BOOKINGS' | 'PRESENCES';
};

export type Priority =
  | { by: 'ARRIVAL' }
  | { by: 'FEWEST_PRESENCES'; days: number }
  /** Those of the home relais, or of the named communes when there are any, come first until so many days before. */
  | { by: 'HOME_FIRST'; daysBefore: number; communeIds: readonly string[] };

export type WhoMayBook = {
  kinds: readonly ProfessionalKindName[];
  /** HOME: those whose home relais hosts; MEMBERS: members of the host relais; ALL: the whole collectivité. */
  from: 'HOME' | 'MEMBERS' | 'ALL';
  /** When everyone else of the collectivité may book too; null: never. */
  othersFrom: OpeningRule | null;
};

/** How one books an activity. Every field is a setting: kind's default, then the relais's, then the activity's. */
export type BookingRules = {
  /** DIRECT: at once; ON_REQUEST: an animator answers; FREE: no booking; BY_NAME: the relais enrols. */
  mode: 'DIRECT' | 'ON_REQUEST' | 'FREE' | 'BY_NAME';
  opening: OpeningRule;
  closing: ClosingRule;
  quotas: readonly Quota[];
  who: WhoMayBook;
  children: { welcome: 'NONE' | 'OPTIONAL' | 'REQUIRED'; perAdult: number | null };
  /** Sentences the person declares true when booking. */
  conditions: readonly { code: string; words: string }[];
  /** Must the règlement in force be accepted before a first booking? */
  reglement: 'REQUIRED' | 'NOT_ASKED';
  priority: Priority;
  /** Hours an offer runs, counted between 7 h and 20 h only. */
  offerHours: number;
  /** Fewer adults than this at the decision instant: the relais decides whether it is held. */
  minimum: { adults: number; decision: ClosingRule } | null;
};

/** What a relais or an activity stores: only what differs. */
export type BookingRulesPatch = Partial<BookingRules>;

const BASE: BookingRules = {
  mode: 'DIRECT',
  opening: { type: 'always' },
  closing: { type: 'eveningBefore', time: '18:00' },
  quotas: [],
  who: { kinds: ['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE'], from: 'ALL', othersFrom: null },
  children: { welcome: 'NONE', perAdult: null },
  conditions: [],
  reglement: 'REQUIRED',
  priority: { by: 'ARRIVAL' },
  offerHours: 24,
  minimum: null,
};

const WITH_CHILDREN: BookingRules = {
  ...BASE,
  who: { ...BASE.who, kinds: ['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE'] },
  children: { welcome: 'REQUIRED', perAdult: 4 },
};

/** The defaults of each kind; a relais changes what it likes. */
export const KIND_DEFAULTS: Readonly<Record<ActivityKindName, BookingRules>> = {
  ATELIER: WITH_CHILDREN,
  PASSERELLE: WITH_CHILDREN,
  REUNION: BASE,
  ANALYSE: { ...BASE, mode: 'BY_NAME' },
  FORMATION: { ...BASE, mode: 'ON_REQUEST' },
  EVENEMENT: { ...BASE, children: { welcome: 'OPTIONAL', perAdult: null } },
  PERMANENCE: { ...BASE, mode: 'FREE', closing: { type: 'none' }, children: { welcome: 'OPTIONAL', perAdult: null } },
};

/** The rules in force: the kind's, changed by the relais's, changed by the activity's. */
export function rulesInForce(
  kind: ActivityKindName,
  relais: BookingRulesPatch,
  activity: BookingRulesPatch,
): BookingRules {
  return { ...KIND_DEFAULTS[kind], ...relais, ...activity };
}
