import { useLocation, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

/** A page that takes longer than this says that it is coming. */
const PATIENCE_MS = 500;

/**
 * What a browser does by itself when a page is loaded, and not when script changes it: the new page's title is said, the
 * focus goes to its beginning unless something took it, and one that is long in coming is seen and heard to come.
 */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const [title, setTitle] = useState('');
  const isLate = useIsLate();
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    setTitle(document.title);
    if (document.activeElement === document.body) document.getElementById('contenu')?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      {isLate && <div className="page-progress" />}
      <p className="sr-only" role="status">
        {isLate ? 'Chargement…' : title}
      </p>
    </>
  );
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
