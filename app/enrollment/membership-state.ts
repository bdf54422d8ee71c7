/** Where someone stands in a group: she asks, she waits, she is in it; then she left, or was refused. */
export type MembershipStateName = 'APPLIED' | 'WAITING' | 'MEMBER' | 'LEFT' | 'REFUSED';

/** The states in which she wants or has her place there. */
export const LIVE_MEMBERSHIPS = ['APPLIED', 'WAITING', 'MEMBER'] as const;
