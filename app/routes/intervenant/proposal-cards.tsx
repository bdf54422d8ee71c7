import { Moment } from '#app/catalog/moment.tsx';
import type { ProposalBatch } from '#app/catalog/proposals.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';

/** What waits for his answer: one card an asking, with its dates. */
export function ProposalCards({ batches }: { batches: readonly ProposalBatch[] }) {
  return (
    <section className="grid gap-3" aria-labelledby="propositions">
      <h2 id="propositions">À confirmer</h2>
      {batches.map(({ relais, collectivite, by, dates }) => (
        <article key={dates[0]?.assignmentId} className="panel grid gap-3" data-tone="warn">
          <h3>
            {relais.name}, {plural(dates.length, 'date proposée', 'dates proposées')}
          </h3>
          <p className="text-soft">{by === null ? collectivite : `${by}, ${collectivite}`}</p>
          <ul className="grid gap-1">
            {dates.slice(0, MOST).map(({ assignmentId, when, title, place, clash }) => (
              <li key={assignmentId}>
                <b>
                  <Moment words={when} />
                </b>
                , {title}
                <span className="text-soft"> · {place}</span>
                {clash !== null && <span> (au même moment : {clash})</span>}
              </li>
            ))}
          </ul>
          {dates.length > MOST && <p>… et {plural(dates.length - MOST, 'autre date', 'autres dates')}.</p>}
          <p>
            <LinkButton to={`/intervenant/propositions/${dates[0]?.assignmentId ?? ''}/acceptation`}>
              Répondre
            </LinkButton>
          </p>
        </article>
      ))}
    </section>
  );
}

const MOST = 6;
