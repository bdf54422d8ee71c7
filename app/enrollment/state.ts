/** States of an enrolment (rule 4). */
export const LIVE_STATES = ['REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'] as const;
/** Live states that hold their places. */
export const HOLDING_STATES = ['REQUESTED', 'OFFERED', 'CONFIRMED'] as const;

export type LiveState = (typeof LIVE_STATES)[number];
export type EndedState = 'WITHDRAWN' | 'REFUSED' | 'EXPIRED' | 'CANCELLED';
export type EnrollmentStateName = LiveState | EndedState;

const holding: readonly string[] = HOLDING_STATES;
const live: readonly string[] = LIVE_STATES;

/** Does an enrolment in that state hold places? */
export const holdsPlaces = (state: EnrollmentStateName): boolean => holding.includes(state);
/** Is it still running? */
export const isLive = (state: EnrollmentStateName): boolean => live.includes(state);

/** What a party becomes when it is served: a request where someone must answer, an offer where she asked to be asked. */
export function stateWhenServed(served: {
  newcomer: boolean;
  wish: 'ENROLL' | 'ASK';
  mustBeAnswered: boolean;
}): 'REQUESTED' | 'OFFERED' | 'CONFIRMED' {
  if (served.mustBeAnswered) return 'REQUESTED';
  return served.newcomer || served.wish === 'ENROLL' ? 'CONFIRMED' : 'OFFERED';
}
