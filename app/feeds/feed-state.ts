/**
 * What is remembered of a public feed between two readings: the digest of its body, and what that was made for (the day
 * and the head), joined by `@`. Writing events replaces what follows the `@`, so that the next reader looks again.
 */
export type FeedState = { readonly hash: string; readonly modifiedAt: Date };

/** The key of an unfiltered public feed. */
export const feedKey = (whose: 'relais' | 'collectivite' | 'site', id: string): string => `${whose}:${id}`;

/** Those of the feeds that list a public event. */
export function feedKeys(listed: { relaisId: string; collectiviteId: string; siteId: string }): string[] {
  const { relaisId, collectiviteId, siteId } = listed;
  return [feedKey('relais', relaisId), feedKey('collectivite', collectiviteId), feedKey('site', siteId)];
}

export const stateHash = (digest: string, madeFor: string): string => `${digest}@${madeFor}`;

/** The digest remembered, when it still tells the feed made for that; null: look again. */
export function digestFor(state: FeedState | null, madeFor: string): string | null {
  const digest = state === null ? '' : digestOf(state);
  return state !== null && digest !== '' && state.hash === stateHash(digest, madeFor) ? digest : null;
}

/**
 * The state to remember once a feed was read again. `modifiedAt` moves only with the body, in whole seconds, by one at
 * least: HTTP dates know no less.
 */
export function nextState(state: FeedState | null, digest: string, madeFor: string, now: Date): FeedState {
  const hash = stateHash(digest, madeFor);
  if (state !== null && digestOf(state) === digest) return { hash, modifiedAt: state.modifiedAt };
  const earliest = state === null || digestOf(state) === '' ? 0 : state.modifiedAt.getTime() + 1000;
  return { hash, modifiedAt: new Date(Math.floor(Math.max(now.getTime(), earliest) / 1000) * 1000) };
}

const digestOf = ({ hash }: FeedState): string => hash.split('@', 1)[0] ?? '';
