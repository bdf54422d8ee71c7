import { Link } from '@remix-run/react';
import { ChevronLeft } from '#app/ui/icons.tsx';

/** The way back from a page about a line, a plan or a provider. */
export function BackTo({ to, name }: { to: string; name: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center gap-1 break-words">
      <ChevronLeft size={18} />
      {name}
    </Link>
  );
}
