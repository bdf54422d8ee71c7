import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** True once script runs on the page: what needs script is drawn only then. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
