import type { Desk } from '#app/enrollment/desk.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** The minimum number: reached, decided, or to decide before an instant. */
export function DeskMinimum({ desk }: { desk: Desk }) {
  const { minimum, rights, sessionId, started, taken } = desk;
  if (minimum === null || started) return null;
  const { adults, reached, decidesAt, passed, maintainedBy } = minimum;
  const needed = `Minimum : ${plural(adults, 'adulte', 'adultes')}`;
  if (maintainedBy !== null) {
    return (
      <Notice severity="success" title="Séance maintenue">
        <p>
          {needed}. Décidé par {maintainedBy}.
        </p>
      </Notice>
    );
  }
  if (reached) {
    return (
      <Notice severity="success" title={`${needed}, atteint`}>
        <p>Rien à décider.</p>
      </Notice>
    );
  }
  const here = `/animation/seances/${sessionId}`;
  const title = passed
    ? `Décision à prendre : elle l’était avant ${decidesAt}`
    : `Décision à prendre avant ${decidesAt}`;
  return (
    <Notice severity="warn" title={title}>
      <p>
        {needed}
        {taken !== null && `, ${taken.adults} pour l’instant`}.
      </p>
      {rights.cancel && (
        <p className="mt-3 flex flex-wrap gap-3">
          <LinkButton to={`${here}/maintien`}>Maintenir</LinkButton>
          <LinkButton to={`${here}/annulation`} variant="danger">
            Annuler
          </LinkButton>
        </p>
      )}
    </Notice>
  );
}
