import { Link } from '@remix-run/react';
import type { ProfessionalPage } from '#app/enrollment/professional-page.server.ts';
import type { UpcomingPlace } from '#app/enrollment/upcoming-places.server.ts';
import { plural } from '#app/time/french.ts';

const STATES = {
  CONFIRMED: 'inscrite',
  REQUESTED: 'demande à confirmer',
  OFFERED: 'une place lui est proposée',
  WAITING: 'en liste d’attente',
} as const satisfies Record<UpcomingPlace['state'], string>;

/** "inscrite avec 2 enfants" */
export function placeWords({ state, children }: Pick<UpcomingPlace, 'state' | 'children'>): string {
  return children === 0 ? STATES[state] : `${STATES[state]} avec ${plural(children, 'enfant', 'enfants')}`;
}

/** What she has to come; a session of another team leads to its public page, which every reader may open. */
export function FileUpcoming({
  upcoming,
  name,
  base,
}: {
  upcoming: readonly UpcomingPlace[];
  name: string;
  base: string;
}) {
  return (
    <section aria-labelledby="avenir" className="grid gap-3">
      <h2 id="avenir">À venir</h2>
      {upcoming.length === 0 ? (
        <p className="panel">
          {name} n’est inscrite nulle part. <Link to={`${base}/inscription`}>Voir les prochaines séances</Link>
        </p>
      ) : (
        <ul className="panel grid gap-3">
          {upcoming.map((place) => (
            <li key={place.id}>
              <Link
                to={place.mine ? `/animation/seances/${place.sessionId}` : `/seances/${place.sessionId}`}
                className="font-bold"
              >
                {place.title}
              </Link>
              <span className="block">{place.when}</span>
              <span className="block text-soft">
                {place.relais} · {placeWords(place)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The sessions she came to, the latest first. */
export function FilePast({ past: { shown, presences } }: { past: ProfessionalPage['past'] }) {
  return (
    <section aria-labelledby="venues" className="grid gap-3">
      <h2 id="venues">Ses venues</h2>
      {shown.length === 0 ? (
        <p className="panel">Aucune séance passée.</p>
      ) : (
        <div className="panel grid gap-3">
          <p className="font-bold">
            {presences === 0
              ? 'Aucune présence notée'
              : `${plural(presences, 'présence notée', 'présences notées')} en tout`}
          </p>
          <ul className="grid gap-2">
            {shown.map(({ sessionId, title, day, relais, words }) => (
              <li key={sessionId}>
                <Link to={`/seances/${sessionId}`}>{title}</Link>
                <span className="text-soft">
                  , {day} · {relais} · {words}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Who changed what in her file. */
export function FileHistory({ history }: Pick<ProfessionalPage, 'history'>) {
  return (
    <details className="panel fold">
      <summary>Qui a fait quoi</summary>
      {history.length === 0 ? (
        <p>Rien n’a encore changé dans cette fiche.</p>
      ) : (
        <ol className="grid gap-2">
          {history.map(({ id, at, words }) => (
            <li key={id}>
              <span className="text-soft">{at}</span>
              <span className="block">{words}</span>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
