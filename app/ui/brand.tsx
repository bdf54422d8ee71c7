import { Link } from '@remix-run/react';
import { PaperChild } from '#app/ui/chain.tsx';

/** The sign and the name, linking home. */
export function Brand({ name = 'Ribambelle' }: { name?: string }) {
  return (
    <Link to="/" className="brand" aria-label={`${name}, accueil`}>
      <svg width="40" height="33" viewBox="0 0 46 38" aria-hidden="true" focusable="false">
        <PaperChild fill="var(--teal)" />
      </svg>
      {name}
    </Link>
  );
}
