import { Link } from '@remix-run/react';
import { ChevronLeft } from '#app/ui/icons.tsx';

/** The way back, above a title. */
export function BackToSession({ id }: { id: string }) {
  return (
    <Link to={`/seances/${id}`} className="inline-flex min-h-11 items-center gap-1 justify-self-start">
      <ChevronLeft size={18} />
      Retour à la séance
    </Link>
  );
}
