import { addDays, daysBetween } from '#app/time/iso-date.ts';
import { fromLocal, wallOf } from '#app/time/local.ts';
import { endDateOf } from './session-hours.ts';

/** This session, it and the later ones of its series, or all those to come. */
export const SCOPES = ['ONE', 'FOLLOWING', 'ALL'] as const;
export type Scope = (typeof SCOPES)[number];

/** What is absent stays; null gives back what the activity says, or takes a ceiling away. */
export type SessionChange = {
  /** New date of the named session; with others, they shift by as many days. */
  date?: string;
  /** Wall times `HH:MM`. */
  from?: string;
  until?: string;
  siteId?: string;
  theme?: string | null;
  audience?: string | null;
  bring?: string | null;
  ageMinMonths?: number | null;
  ageMaxMonths?: number | null;
  maxAdults?: number | null;
  maxChildren?: number | null;
  prepMinutes?: number;
  tidyMinutes?: number;
  animatorIds?: readonly string[];
  /** One already there keeps her answer; a new one is proposed unless told otherwise. */
  intervenants?: readonly { personId: string; state?: 'PROPOSED' | 'ACCEPTED' }[];
  /** The intervenants agreed, by telephone for example: those asked have accepted, a new hour or day asks nobody again. */
  agreed?: boolean;
};

/** A session as it can be changed. */
export type SessionFacts = {
  id: string;
  state: 'DRAFT' | 'PUBLISHED';
  startsAt: Date;
  endsAt: Date;
  siteId: string;
  theme: string | null;
  audience: string | null;
  bring: string | null;
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  maxAdults: number | null;
  maxChildren: number | null;
  prepMinutes: number;
  tidyMinutes: number;
  animatorIds: readonly string[];
  intervenants: readonly { personId: string; state: 'PROPOSED' | 'ACCEPTED' | 'DECLINED' }[];
};

/** What of a session can differ, as people would name it. */
export type Difference =
  'time' | 'site' | 'theme' | 'audience' | 'bring' | 'ages' | 'ceilings' | 'preparation' | 'animators' | 'intervenants';

const REPLACED = [
  ...(['siteId', 'theme', 'audience', 'bring', 'ageMinMonths', 'ageMaxMonths', 'maxAdults', 'maxChildren'] as const),
  ...(['prepMinutes', 'tidyMinutes', 'animatorIds'] as const),
];

/** By how many days the named session, and the others with it, move. */
export function shiftOf(named: Pick<SessionFacts, 'startsAt'>, change: SessionChange, zone: string): number {
  return change.date === undefined ? 0 : daysBetween(wallOf(named.startsAt, zone).date, change.date);
}

/** The session once changed, in wall time (9:30 stays 9:30 across DST); null: its end comes before its start. */
export function changedSession(
  before: SessionFacts,
  change: SessionChange,
  shift: number,
  zone: string,
): SessionFacts | null {
  const hours = changedHours(before, change, shift, zone);
  if (!hours) return null;
  const { intervenants } = change;
  const replaced = REPLACED.filter((name) => change[name] !== undefined);
  const given = Object.fromEntries(replaced.map((name) => [name, change[name]]));
  const speakers = intervenants?.filter(
    ({ personId }) => !(change.animatorIds ?? before.animatorIds).includes(personId),
  );
  const kept = speakers?.map(({ personId, state }) => answered(before, personId, state)) ?? before.intervenants;
  const isSameTime =
    hours.startsAt.getTime() === before.startsAt.getTime() && hours.endsAt.getTime() === before.endsAt.getTime();
  return {
    ...before,
    ...given,
    ...hours,
    intervenants: change.agreed ? kept.map(agreed) : isSameTime ? kept : kept.map((one) => askedAgain(before, one)),
  };
}

const agreed = (one: SessionFacts['intervenants'][number]) =>
  one.state === 'PROPOSED' ? { ...one, state: 'ACCEPTED' as const } : one;

/** Who had accepted another hour or day has to say whether this one suits. */
function askedAgain(before: SessionFacts, one: SessionFacts['intervenants'][number]) {
  const had = before.intervenants.some(({ personId, state }) => personId === one.personId && state === 'ACCEPTED');
  return had && one.state === 'ACCEPTED' ? { ...one, state: 'PROPOSED' as const } : one;
}

function answered(before: SessionFacts, personId: string, state: 'PROPOSED' | 'ACCEPTED' = 'PROPOSED') {
  const known = before.intervenants.find((one) => one.personId === personId);
  return known && known.state !== 'DECLINED' ? known : { personId, state };
}

function changedHours(before: SessionFacts, change: SessionChange, shift: number, zone: string) {
  const [start, end] = [wallOf(before.startsAt, zone), wallOf(before.endsAt, zone)];
  const { from = start.time, until = end.time } = change;
  if (shift === 0 && from === start.time && until === end.time)
    return { startsAt: before.startsAt, endsAt: before.endsAt };
  const date = addDays(start.date, shift);
  const isSameLength = from === start.time && until === end.time;
  const endDate = isSameLength ? addDays(date, daysBetween(start.date, end.date)) : endDateOf({ date, from, until });
  if (endDate === null) return null;
  return { startsAt: fromLocal({ date, time: from }, zone), endsAt: fromLocal({ date: endDate, time: until }, zone) };
}

/** What differs between the two; empty: nothing does. */
export function differences(a: SessionFacts, b: SessionFacts): Difference[] {
  const differs: Record<Difference, boolean> = {
    time: a.startsAt.getTime() !== b.startsAt.getTime() || a.endsAt.getTime() !== b.endsAt.getTime(),
    site: a.siteId !== b.siteId,
    theme: a.theme !== b.theme,
    audience: a.audience !== b.audience,
    bring: a.bring !== b.bring,
    ages: a.ageMinMonths !== b.ageMinMonths || a.ageMaxMonths !== b.ageMaxMonths,
    ceilings: a.maxAdults !== b.maxAdults || a.maxChildren !== b.maxChildren,
    preparation: a.prepMinutes !== b.prepMinutes || a.tidyMinutes !== b.tidyMinutes,
    animators: !sameSet(a.animatorIds, b.animatorIds),
    intervenants: !sameSet(a.intervenants.map(inOneWord), b.intervenants.map(inOneWord)),
  };
  return DIFFERENCES.filter((one) => differs[one]);
}

const DIFFERENCES: readonly Difference[] = [
  ...(['time', 'site', 'theme', 'audience', 'bring', 'ages', 'ceilings'] as const),
  ...(['preparation', 'animators', 'intervenants'] as const),
];

const inOneWord = ({ personId, state }: SessionFacts['intervenants'][number]) => `${personId} ${state}`;

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((one) => b.includes(one));
}

const TOLD: readonly Difference[] = ['time', 'site', 'theme', 'audience', 'bring', 'ages'];
const HOLDING: readonly Difference[] = ['time', 'site', 'preparation', 'animators', 'intervenants'];

/** Did it move: another time, another place? */
export const isMoved = (what: readonly Difference[]): boolean => what.includes('time') || what.includes('site');
/** Must those enrolled hear of it? */
export const isTold = (what: readonly Difference[]): boolean => what.some((one) => TOLD.includes(one));
/** Does it change what the session holds, or when (rule 6)? */
export const isHeldOtherwise = (what: readonly Difference[]): boolean => what.some((one) => HOLDING.includes(one));
