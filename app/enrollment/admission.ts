import type { BookingRules, ProfessionalKindName, Quota, QuotaPeriod } from '#app/catalog/booking-rules.ts';
import { couldEverFit, type Ceilings } from './capacity.ts';
import { partyOf, type BroughtChild } from './party.ts';

/** Why a booking becomes a "demande à confirmer". */
export type RequestReason =
  'ON_REQUEST' | 'BEYOND_AGREMENT' | 'BEYOND_AGREMENT_UNDER_THREE' | 'BEYOND_ELEVEN' | 'NO_AGREMENT';

/** Why a booking is refused at once; each has its sentence in messages.ts. */
export type Refusal =
  | { code: 'SESSION_CANCELLED' | 'STARTED' | 'CLOSED' | 'BY_NAME' | 'FREE_ACCESS' | 'NO_FILE' | 'NOT_ACTIVE' }
  | { code: 'NOT_YET_OPEN'; opensAt: Date }
  | { code: 'WRONG_KIND' | 'NOT_FROM_HERE' | 'REGLEMENT' | 'CHILDREN_NOT_WELCOME' | 'CHILDREN_NEEDED' }
  | { code: 'OTHERS_NOT_YET' | 'GUEST_NOT_YET' | 'KIND_NOT_YET'; opensAt: Date }
  | { code: 'TOO_MANY_CHILDREN'; most: number }
  | { code: 'AGE'; minMonths: number | null; maxMonths: number | null }
  | { code: 'CONDITION'; words: string }
  | { code: 'NEVER_FITS'; ceilings: Ceilings }
  | { code: 'QUOTA'; most: number; per: QuotaPeriod; counting: Quota['counting'] }
  | { code: 'OVERLAP'; title: string };

export type Person = {
  kind: ProfessionalKindName | 'PARTICIPANT' | null;
  active: boolean;
  /** Of the host relais: its home, a member, or of another relais of the same collectivité. */
  tie: 'HOME' | 'MEMBER' | 'OTHER';
  /** Relais invited to this activity of which she is a member; absent: none. */
  guestOf?: readonly string[];
  /** Where she works. */
  communeId?: string | null;
  agrement: { children: number; underThree: number | null } | null;
  reglementAccepted: boolean;
};

export type Asked = {
  children: readonly (BroughtChild & {
    /** Exact age in months on the session's date where her label tells it. */
    ageMonths: number | null;
    own: boolean;
  })[];
  declared: readonly string[];
};

/** A relais invited, and from when its members may book; null: as soon as the host's own may. */
export type Guest = { relaisId: string; name: string; opensAt: Date | null };

export type Meeting = {
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  startsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  othersFrom: Date | null;
  /** When kinds that the rules leave out may book, where they ever may; absent or null: as soon as it opens. */
  otherKindsFrom?: Date | null;
  /** Absent: no other relais is invited. */
  guests?: readonly Guest[];
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  ceilings: Ceilings;
  rules: BookingRules;
};

export type Admission = { admitted: true; reasons: RequestReason[] } | { admitted: false; refusal: Refusal };

const refuse = (refusal: Refusal): Admission => ({ admitted: false, refusal });

/** The law's ceilings (art. L.421-4 CASF): at most 4 children under 3 and 6 under 11, her own included. */
const MOST_UNDER_THREE = 4;
const MOST_UNDER_ELEVEN = 6;
const THREE_YEARS = 36;
const ELEVEN_YEARS = 132;

/**
 * May this person book this session with these children? Refuses what can never be, or says why someone must answer.
 * `onBehalf`: enrolled by the relais's staff, for whom opening, closing, audience and by-name rules do not bind.
 * Quota, overlap and places are weighed afterwards, under lock.
 */
export function admit(meeting: Meeting, person: Person, asked: Asked, now: Date, onBehalf: boolean): Admission {
  const refusal =
    refusedByState(meeting, now) ??
    (onBehalf ? null : refusedByWindow(meeting, person, now)) ??
    (onBehalf ? null : refusedByAudience(meeting, person, now)) ??
    refusedByChildren(meeting, asked) ??
    (onBehalf ? null : refusedByConditions(meeting, person, asked));
  if (refusal) return refuse(refusal);
  if (!couldEverFit(meeting.ceilings, partyOf(asked.children))) {
    return refuse({ code: 'NEVER_FITS', ceilings: meeting.ceilings });
  }
  return { admitted: true, reasons: requestReasons(meeting.rules, person, asked, onBehalf) };
}

function refusedByState(meeting: Meeting, now: Date): Refusal | null {
  if (meeting.state === 'CANCELLED') return { code: 'SESSION_CANCELLED' };
  if (meeting.rules.mode === 'FREE') return { code: 'FREE_ACCESS' };
  return now >= meeting.startsAt ? { code: 'STARTED' } : null;
}

function refusedByWindow(meeting: Meeting, person: Person, now: Date): Refusal | null {
  if (meeting.rules.mode === 'BY_NAME') return { code: 'BY_NAME' };
  if (meeting.opensAt && now < meeting.opensAt) return { code: 'NOT_YET_OPEN', opensAt: meeting.opensAt };
  if (meeting.closesAt && now >= meeting.closesAt) return { code: 'CLOSED' };
  return null;
}

/** Is the session not for her, or not yet? Her kind, where she comes from, whether she works. */
export function refusedByAudience(meeting: Meeting, person: Person, now: Date): Refusal | null {
  if (person.kind === null || person.kind === 'PARTICIPANT') return { code: 'NO_FILE' };
  if (!person.active) return { code: 'NOT_ACTIVE' };
  const byKind = refusedByKind(meeting, person.kind, now);
  if (byKind && !('opensAt' in byKind)) return byKind;
  const byPlace = refusedByPlace(meeting, person, now);
  if (!byKind || !byPlace) return byKind ?? byPlace;
  return !('opensAt' in byPlace) || byPlace.opensAt > byKind.opensAt ? byPlace : byKind;
}

function refusedByKind(meeting: Meeting, kind: ProfessionalKindName, now: Date): Refusal | null {
  const { kinds, otherKindsFrom } = meeting.rules.who;
  if (kinds.includes(kind)) return null;
  if (otherKindsFrom === undefined) return { code: 'WRONG_KIND' };
  const opensAt = meeting.otherKindsFrom ?? OPEN;
  return now >= opensAt ? null : { code: 'KIND_NOT_YET', opensAt };
}

function refusedByPlace(meeting: Meeting, person: Person, now: Date): Refusal | null {
  const { who } = meeting.rules;
  const fromHere = isFromHere(who, person);
  const guest = guestOpening(meeting.guests ?? [], person);
  if (fromHere && (who.from !== 'ALL' || person.tie !== 'OTHER' || guest === undefined)) return null;
  const asOther = fromHere ? undefined : who.othersFrom && (meeting.othersFrom ?? OPEN);
  const opensAt = earliest(guest, asOther ?? undefined);
  if (opensAt === undefined) return { code: 'NOT_FROM_HERE' };
  if (now >= opensAt) return null;
  return { code: guest === undefined ? 'OTHERS_NOT_YET' : 'GUEST_NOT_YET', opensAt };
}

const OPEN = new Date(0);

/**
 * From when this person may book this session for herself, her children and what she declares left aside; null: never,
 * or not any more.
 */
export function mayBookFrom(meeting: Meeting, person: Person, now: Date): Date | null {
  const { mode } = meeting.rules;
  const isBookable = mode === 'DIRECT' || mode === 'ON_REQUEST';
  if (!isBookable || meeting.state !== 'PUBLISHED' || now >= meeting.startsAt) return null;
  const refusal = refusedByAudience(meeting, person, now);
  if (refusal && !('opensAt' in refusal)) return null;
  const own = refusal?.opensAt ?? now;
  const from = meeting.opensAt && meeting.opensAt > own ? meeting.opensAt : own;
  return meeting.closesAt && from >= meeting.closesAt ? null : from;
}

function isFromHere({ from, communeIds }: BookingRules['who'], person: Person): boolean {
  if (from === 'ALL') return true;
  if (from === 'COMMUNES') return (communeIds ?? []).includes(person.communeId ?? '');
  return person.tie === 'HOME' || (from === 'MEMBERS' && person.tie === 'MEMBER');
}

/** When the first of her relais invited here may book; undefined: none is. */
function guestOpening(guests: readonly Guest[], { guestOf = [] }: Person): Date | undefined {
  return guests
    .filter(({ relaisId }) => guestOf.includes(relaisId))
    .reduce<Date | undefined>((first, { opensAt }) => earliest(first, opensAt ?? OPEN), undefined);
}

function earliest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

function refusedByChildren(meeting: Meeting, asked: Asked): Refusal | null {
  const { welcome, perAdult } = meeting.rules.children;
  const count = asked.children.length;
  if (welcome === 'NONE' && count > 0) return { code: 'CHILDREN_NOT_WELCOME' };
  if (welcome === 'REQUIRED' && count === 0) return { code: 'CHILDREN_NEEDED' };
  if (perAdult !== null && count > perAdult) return { code: 'TOO_MANY_CHILDREN', most: perAdult };
  const min = meeting.ageMinMonths;
  const max = meeting.ageMaxMonths;
  const outside = asked.children.some(({ ageMonths, fromMonths, untilMonths }) => {
    if (ageMonths !== null) return (min !== null && ageMonths < min) || (max !== null && ageMonths > max);
    // "18 mois à 3 ans" is the band of that name: the next one only begins where it ends.
    return (min !== null && untilMonths <= min) || (max !== null && fromMonths >= max);
  });
  return outside ? { code: 'AGE', minMonths: min, maxMonths: max } : null;
}

function refusedByConditions(meeting: Meeting, person: Person, asked: Asked): Refusal | null {
  if (meeting.rules.reglement === 'REQUIRED' && !person.reglementAccepted) return { code: 'REGLEMENT' };
  const undeclared = meeting.rules.conditions.find((condition) => !asked.declared.includes(condition.code));
  return undeclared ? { code: 'CONDITION', words: undeclared.words } : null;
}

/** Rule 3: the agrément applies to assistantes maternelles only, and only to the children she brings. */
function requestReasons(rules: BookingRules, person: Person, asked: Asked, onBehalf: boolean): RequestReason[] {
  const reasons: RequestReason[] = [];
  if (rules.mode === 'ON_REQUEST' && !onBehalf) reasons.push('ON_REQUEST');
  if (person.kind !== 'ASSISTANTE_MATERNELLE' || asked.children.length === 0) return reasons;
  const welcomed = asked.children.filter((child) => !child.own).length;
  const underThree = asked.children.filter((child) => (child.ageMonths ?? child.fromMonths) < THREE_YEARS).length;
  const underEleven = asked.children.filter((child) => (child.ageMonths ?? child.fromMonths) < ELEVEN_YEARS).length;
  if (person.agrement === null) reasons.push('NO_AGREMENT');
  else {
    if (welcomed > person.agrement.children) reasons.push('BEYOND_AGREMENT');
    if (underThree > Math.min(MOST_UNDER_THREE, person.agrement.underThree ?? MOST_UNDER_THREE)) {
      reasons.push('BEYOND_AGREMENT_UNDER_THREE');
    }
  }
  if (underEleven > MOST_UNDER_ELEVEN) reasons.push('BEYOND_ELEVEN');
  return reasons;
}
