import { useLocation, useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

/** A page that takes longer than this says that it is coming. */
const PATIENCE_MS = 500;

/**
 * What a browser does by itself when a page is loaded, and not when script changes it: the new page's title is said, the
 * focus goes to its beginning unless something took it, one that is long in coming is seen and heard to come, and one
 * that comes back is asked again.
 */
export function PageAnnouncer() {
  const { pathname, key } = useLocation();
  const shown = useRef({ pathname, key });
  const [title, setTitle] = useState('');
  const isLate = useIsLate();
  useFreshPage();
  useEffect(() => {
    const before = shown.current;
    if (before.key === key) return;
    shown.current = { pathname, key };
    if (before.pathname !== pathname) setTitle(document.title);
    if (document.activeElement === document.body) document.getElementById('contenu')?.focus({ preventScroll: true });
  }, [pathname, key]);
  return (
    <>
      {isLate && <div className="page-progress" />}
      <p className="sr-only" role="status">
        {isLate ? 'Chargement…' : title}
      </p>
    </>
  );
}

/** A page taken back from the browser's memory may tell what has changed since, or whose session is over. */
function useFreshPage(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const refresh = ({ persisted }: PageTransitionEvent) => persisted && revalidate();
    window.addEventListener('pageshow', refresh);
    return () => window.removeEventListener('pageshow', refresh);
  }, [revalidate]);
}

function useIsLate(): boolean {
  const isIdle = useNavigation().state === 'idle';
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (isIdle) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isIdle]);
  return isLate;
}
