/** One date to add to an activity; what is absent is the activity's. */
export type NewSession = {
  startsAt: Date;
  endsAt: Date;
  siteId: string;
  /** Of the series it is made with. */
  seriesId?: string;
  /** Staff who lead it. */
  animatorIds?: readonly string[];
  /** External speakers; a proposal holds their time until they decline. */
  intervenants?: readonly { personId: string; state: 'PROPOSED' | 'ACCEPTED' }[];
  prepMinutes?: number;
  tidyMinutes?: number;
  /** Null: no ceiling on that date. */
  maxAdults?: number | null;
  maxChildren?: number | null;
  theme?: string;
  audience?: string;
  bring?: string;
  ageMinMonths?: number;
  ageMaxMonths?: number;
  /** Plans it in spite of a clash or of the site's periods of use, and says why. */
  override?: { reason: string };
};

/** What is already held at that time, in words ready to show. */
export type Clash = { when: string; what: string; by: string };

export type AddSessionsRefusal =
  | { code: 'NOT_FOUND' | 'SITE_UNKNOWN' | 'NOT_AN_ANIMATOR' | 'NOT_AN_INTERVENANT' }
  | { code: 'HOURS_WRONG' | 'SITE_CLOSED'; when: string }
  | { code: 'CLASH'; clashes: Clash[] };
