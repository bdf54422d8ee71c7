import type { ClosingRule, OpeningRule } from '#app/time/booking-deadline.ts';

export type ActivityKindName =
  'ATELIER' | 'REUNION' | 'ANALYSE' | 'FORMATION' | 'PASSERELLE' | 'EVENEMENT' | 'PERMANENCE';

export type ProfessionalKindName = 'ASSISTANTE_MATERNELLE' | 'GARDE_A_DOMICILE' | 'CANDIDATE';

/** By the session's local date: weeks go from Monday to Sunday, terms are three months; COMING: not over yet. */
export type QuotaPeriod = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'SCHOOL_YEAR' | 'YEAR' | 'COMING';

/** At most `most` in the period that holds the session. */
export type Quota = {
  most: number;
  per: QuotaPeriod;
  over: 'ACTIVITY' | 'KIND' | 'RELAIS';
  /** Places held (requests and offers included), or times she really came. */
  counting: 'BOOKINGS' | 'PRESENCES';
};

export type Priority =
  | { by: 'ARRIVAL' }
  | { by: 'FEWEST_PRESENCES'; days: number }
  /**
   * Those of the home relais, or of the named communes when there are any, come first until so many days before, or
   * through `through` (`YYYY-MM-DD`) where a day is named.
   */
  | { by: 'HOME_FIRST'; daysBefore: number; through?: string | undefined; communeIds: readonly string[] };

export type WhoMayBook = {
  kinds: readonly ProfessionalKindName[];
  /**
   * HOME: those whose home relais hosts; MEMBERS: members of the host relais; COMMUNES: those who work in `communeIds`;
   * ALL: the whole collectivité. The members of a relais invited count as from here, once its own opening has come.
   */
  from: 'HOME' | 'MEMBERS' | 'COMMUNES' | 'ALL';
  communeIds?: readonly string[] | undefined;
  /** When everyone else of the collectivité may book too; null: never. */
  othersFrom: OpeningRule | null;
  /** When the other kinds of professionals may book too; absent: never. */
  otherKindsFrom?: OpeningRule | undefined;
  /** Parents and others without an account are welcome: the relais enrols them. */
  participants?: true | undefined;
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

/** What an activity stores: only what differs. */
export type BookingRulesPatch = Partial<BookingRules>;

/** What a relais stores: what differs for all its activities, then for those of a kind. */
export type RelaisRulesPatch = BookingRulesPatch & {
  byKind?: Partial<Record<ActivityKindName, BookingRulesPatch>> | undefined;
};

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

/** The rules in force: the kind's, changed by the relais's (for all kinds, then for this one), then by the activity's. */
export function rulesInForce(
  kind: ActivityKindName,
  { byKind, ...relais }: RelaisRulesPatch,
  activity: BookingRulesPatch,
): BookingRules {
  return { ...KIND_DEFAULTS[kind], ...relais, ...byKind?.[kind], ...activity };
}

/** The rules of one date: where they are free to come, a ceiling of no child at all leaves children at home. */
export function rulesOfDate(rules: BookingRules, maxChildren: number | null): BookingRules {
  if (maxChildren !== 0 || rules.children.welcome !== 'OPTIONAL') return rules;
  return { ...rules, children: { ...rules.children, welcome: 'NONE' } };
}
