import { isLive, type EnrollmentStateName } from './state.ts';

/** What has become of what a mail's link is about. */
export type LinkState =
  | 'open'
  /** She holds the place. */
  | 'accepted'
  /** She let the offer go. */
  | 'declined'
  /** Its deadline has passed. */
  | 'expired'
  /** A later offer was made: its mail holds the link that works. */
  | 'replaced'
  | 'withdrawn'
  /** The session is cancelled. */
  | 'cancelled'
  /** The session has begun. */
  | 'started'
  /** Ended, or changed, in another way. */
  | 'over';

export type Linked = {
  state: EnrollmentStateName;
  endReason: string | null;
  round: number;
  offerExpiresAt: Date | null;
  sessionCancelled: boolean;
  startsAt: Date;
};

/** An offer seen from its link, made in that round. */
export function offerLinkState(linked: Linked, round: number, now: Date): LinkState {
  const { state, offerExpiresAt, startsAt } = linked;
  if (linked.sessionCancelled) return 'cancelled';
  if (linked.round !== round) return state === 'OFFERED' ? 'replaced' : 'over';
  if (state === 'CONFIRMED') return 'accepted';
  if (state === 'WITHDRAWN') return linked.endReason === 'DECLINED' ? 'declined' : 'withdrawn';
  if (state === 'EXPIRED') return 'expired';
  if (now >= startsAt) return 'started';
  if (state !== 'OFFERED') return 'over';
  return offerExpiresAt !== null && now < offerExpiresAt ? 'open' : 'expired';
}

/** A place, a request, an offer or a rank seen from the link that gives it back. */
export function withdrawLinkState({ state, sessionCancelled, startsAt }: Linked, now: Date): LinkState {
  if (sessionCancelled) return 'cancelled';
  if (state === 'WITHDRAWN') return 'withdrawn';
  if (!isLive(state)) return 'over';
  return now >= startsAt ? 'started' : 'open';
}
