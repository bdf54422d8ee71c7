import { Link } from '@remix-run/react';
import { ChevronLeft } from '#app/ui/icons.tsx';

/** The way back from a page about a group. */
export function BackToGroup({ id, name }: { id: string; name: string }) {
  return (
    <Link to={`/animation/groupes/${id}`} className="inline-flex min-h-11 items-center gap-1">
      <ChevronLeft size={18} />
      {name}
    </Link>
  );
}
