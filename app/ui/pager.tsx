import { Link } from '@remix-run/react';
import { ChevronLeft, ChevronRight } from '#app/ui/icons.tsx';

interface PagerProps {
  /** What is paged: "Pages du catalogue", "Mois". */
  label: string;
  previous?: { to: string; label: string };
  next?: { to: string; label: string };
  /** Where one is: "novembre 2026", "page 2 sur 7". */
  here?: string;
}

/** Backwards and forwards through pages or months; an end that is reached has no link. */
export function Pager({ label, previous, next, here }: PagerProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-2">
      <div>
        {previous && (
          <Link className="btn btn--quiet" to={previous.to} rel="prev">
            <ChevronLeft size={20} />
            {previous.label}
          </Link>
        )}
      </div>
      {here !== undefined && <p className="font-bold">{here}</p>}
      <div>
        {next && (
          <Link className="btn btn--quiet" to={next.to} rel="next">
            {next.label}
            <ChevronRight size={20} />
          </Link>
        )}
      </div>
    </nav>
  );
}
