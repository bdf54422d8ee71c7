import { Form } from '@remix-run/react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { Moment } from '#app/catalog/moment.tsx';
import type { ClosureHit } from '#app/enrollment/closure-hits.server.ts';
import type { ClosurePage } from '#app/enrollment/closure-pages.server.ts';
import { takenInWords } from '#app/enrollment/closure-words.ts';
import { list, plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Check } from '#app/ui/icons.tsx';

/** The sessions that a closure hits: one by one, or those ticked together. */
export function ClosureHits({ page: { closure, personId, hits } }: { page: ClosurePage }) {
  const left = hits.filter(({ kept }) => !kept).length;
  const some = hits.some(({ hers }) => hers);
  if (hits.length === 0) {
    return (
      <Empty sentence="Aucune séance à venir n’est touchée : rien à régler.">
        <LinkButton to="/animation/fermetures" variant="quiet">
          Toutes les fermetures
        </LinkButton>
      </Empty>
    );
  }
  return (
    <Form method="get" action={`/animation/fermetures/${closure.id}/annulation`} className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2>{plural(hits.length, 'séance touchée', 'séances touchées')}</h2>
        <p className="text-soft">{left === 0 ? 'Tout est réglé.' : `${left} à régler`}</p>
      </div>
      <ul className="grid gap-3">
        {hits.map((hit) => (
          <li key={hit.sessionId}>
            <Hit hit={hit} closureId={closure.id} personId={personId} />
          </li>
        ))}
      </ul>
      {some && (
        <div className="panel sticky bottom-2 flex flex-wrap items-center gap-3">
          <p className="min-w-48 flex-1">
            <b>Celles qui sont cochées :</b>
          </p>
          <Button variant="danger">Annuler…</Button>
          <Button variant="quiet" formMethod="post" formAction={`/animation/fermetures/${closure.id}/maintien`}>
            Garder quand même
          </Button>
          <LinkButton to={allOf(closure.id, hits)} variant="quiet">
            Tout annuler…
          </LinkButton>
        </div>
      )}
    </Form>
  );
}

/** The page that confirms the cancelling of all those not kept. */
function allOf(closureId: string, hits: readonly ClosureHit[]): string {
  const left = hits.filter(({ hers, kept }) => hers && !kept).map(({ sessionId }) => ['seance', sessionId]);
  return `/animation/fermetures/${closureId}/annulation?${new URLSearchParams(left).toString()}`;
}

type HitProps = { hit: ClosureHit; closureId: string; personId: string | null };

function Hit({ hit, closureId, personId }: HitProps) {
  const { sessionId, title, kind, when, place, relais, animators, kept, hers } = hit;
  const taken = takenInWords(hit);
  return (
    <article className="panel flex flex-wrap items-center gap-x-5 gap-y-3">
      {hers && (
        <label className="grid min-h-11 min-w-11 place-items-center">
          <span className="sr-only">
            Cocher {title}, {when}
          </span>
          <input type="checkbox" name="seance" value={sessionId} className="size-6 accent-[var(--teal)]" />
        </label>
      )}
      <div className="grid min-w-64 flex-1 gap-1">
        <KindMark kind={kind} />
        <h3>{title}</h3>
        <p>
          <b>
            <Moment words={when} />
          </b>
          , {place} · {relais}
        </p>
        <p className="text-soft">
          {[taken, animators.length === 0 ? 'personne n’anime' : list(animators)].filter(Boolean).join(' · ')}
        </p>
        {kept && (
          <p className="flex items-center gap-2">
            <Check size={18} /> Gardée quand même
          </p>
        )}
      </div>
      {hers ? (
        <Deeds hit={hit} closureId={closureId} personId={personId} />
      ) : (
        <p className="text-soft">À régler par {relais}</p>
      )}
    </article>
  );
}

function Deeds({ hit: { sessionId, title, when, replaceable }, closureId, personId }: HitProps) {
  const back = new URLSearchParams({ retour: `/animation/fermetures/${closureId}` });
  const absent = personId === null ? '' : `absente=${personId}&`;
  const about = <span className="sr-only"> : {`${title}, ${when}`}</span>;
  return (
    <div className="flex flex-wrap gap-2">
      {replaceable && (
        <LinkButton to={`/animation/seances/${sessionId}/remplacement?${absent}${back.toString()}`}>
          Confier{about}
        </LinkButton>
      )}
      <LinkButton to={`/animation/seances/${sessionId}/horaire?${back.toString()}`} variant="quiet">
        Déplacer{about}
      </LinkButton>
    </div>
  );
}
