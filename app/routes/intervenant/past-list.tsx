import { Link } from '@remix-run/react';
import type { PastIntervention } from '#app/attendance/my-past.server.ts';
import { keepHours } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';

/** Sessions that are over and whose coming he has not confirmed yet; nothing when there are none. */
export function PastList({ past }: { past: readonly PastIntervention[] }) {
  if (past.length === 0) return null;
  return (
    <section className="panel grid gap-3" aria-labelledby="faites">
      <h2 id="faites" className="text-xl">
        Ces séances ont-elles eu lieu ?
      </h2>
      <p className="text-soft">Votre confirmation (le « service fait ») permet au relais de payer votre facture.</p>
      <ul className="grid gap-4">
        {past.map(({ assignmentId, sessionId, title, when, relais, collectivite }) => (
          <li key={assignmentId} className="grid gap-2 sm:flex sm:items-center sm:justify-between">
            <div>
              <Link to={`/intervenant/seances/${sessionId}`} className="font-bold">
                {title}
              </Link>
              <p className="text-soft">{keepHours([when, relais, collectivite].filter(Boolean).join(' · '))}</p>
            </div>
            <form method="post" action={`/intervenant/seances/${sessionId}/service-fait`}>
              <Button variant="quiet">
                Elle a eu lieu
                <span className="sr-only">
                  {' '}
                  : {title}, {when}
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
