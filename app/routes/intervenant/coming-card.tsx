import { Link } from '@remix-run/react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { kindTone } from '#app/catalog/kinds.ts';
import { Moment } from '#app/catalog/moment.tsx';
import type { LedSession } from '#app/enrollment/led-sessions.server.ts';
import { Card } from '#app/ui/card.tsx';
import { TriangleAlert } from '#app/ui/icons.tsx';

/** A session to come of an intervenant: when, where, for whom, how many to expect. */
export function ComingCard({ session }: { session: LedSession }) {
  const { id, kind, title, when, place, access, relais, expected, cancelled, cohortId, collectivite, draft, clash } =
    session;
  const employer = [relais.name, collectivite].filter((words) => words !== null).join(', ');
  return (
    <Card
      to={`/intervenant/seances/${id}`}
      tone={kindTone(kind)}
      title={cancelled ? `Annulée : ${title}` : title}
      badge={<KindMark kind={kind} />}
      text={
        <>
          <p className="font-bold text-ink">
            <Moment words={when} />
          </p>
          <p>{place}</p>
          {access !== '' && <p>{access}</p>}
          <p>{relais.phone === null ? employer : `${employer}, ${relais.phone}`}</p>
        </>
      }
      figures={cancelled || draft ? undefined : <b className="text-ink">{expected}</b>}
    >
      {draft && <p className="mt-2">Le relais ne l’a pas encore annoncée au public.</p>}
      {clash !== null && (
        <p className="field-error mt-2">
          <TriangleAlert size={18} />
          <span>Au même moment : {clash}.</span>
        </p>
      )}
      {cohortId !== null && !cancelled && (
        <p className="mt-2">
          <Link to={`/intervenant/groupes/${cohortId}`} className="inline-flex min-h-11 items-center">
            Qui en est, et la feuille de présence
          </Link>
        </p>
      )}
    </Card>
  );
}
