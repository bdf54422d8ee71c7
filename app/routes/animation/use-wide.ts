import { useSyncExternalStore } from 'react';

/** Is the screen at least so wide (`48rem`)? False on the server. */
export function useAtLeast(width: string): boolean {
  const query = `(min-width: ${width})`;
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** Is there room for a calendar? Narrower than a tablet, a week of columns cannot be read. */
export const useWide = () => useAtLeast('48rem');
