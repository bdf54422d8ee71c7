import { useSyncExternalStore } from 'react';

/** As wide as a tablet: narrower, a week of columns cannot be read. */
const WIDE = '(min-width: 48rem)';

function subscribe(changed: () => void) {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Is there room for a calendar? False on the server. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
