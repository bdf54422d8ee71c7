import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { myCohorts, type MyCohort } from '#app/enrollment/my-cohorts.server.ts';
import { plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes groupes · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { groups: await myCohorts(requireActor(context, request), context.now()) };
}

export default function MesGroupes() {
  const { groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={<Link to="/mon-espace">Mon espace</Link>}
        title="Mes groupes"
        lead="Vous y êtes inscrite une fois pour toutes les dates. Un jour d’absence ? Désistez-vous pour cette date seulement."
        chain
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start">
        {groups.length === 0 && (
          <Empty sentence="Vous n’êtes dans aucun groupe.">
            <LinkButton to="/activites?type=analyse">Voir les groupes qui cherchent des participantes</LinkButton>
          </Empty>
        )}
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}

function Group({ group }: { group: MyCohort }) {
  const { id, name, relais, words, hours, dates, analyse, mayLeave, state } = group;
  return (
    <section className="panel grid content-start gap-4" aria-labelledby={id}>
      <div>
        <h2 id={id}>{name}</h2>
        <p className="text-soft">{relais}</p>
        <p className="mt-2 font-bold">{words}</p>
        {hours !== null && <p>{hours}</p>}
      </div>
      <Dates dates={dates.slice(0, FIRST)} />
      {dates.length > FIRST && (
        <details className="fold">
          <summary>Plus tard : {plural(dates.length - FIRST, 'date', 'dates')}</summary>
          <Dates dates={dates.slice(FIRST)} />
        </details>
      )}
      {analyse && state === 'MEMBER' && <InRecord group={group} />}
      {mayLeave && (
        <div>
          <LinkButton to={`/mon-espace/groupes/${id}/depart`} variant="quiet">
            {state === 'MEMBER' ? 'Quitter le groupe' : 'Retirer ma demande'}
            <span className="sr-only"> : {name}</span>
          </LinkButton>
        </div>
      )}
    </section>
  );
}

const FIRST = 5;

function Dates({ dates }: { dates: MyCohort['dates'] }) {
  if (dates.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {dates.map(({ sessionId, when, state }) => (
        <li key={sessionId}>
          <Link to={`/seances/${sessionId}`} className="inline-block py-2.5">
            <Moment words={when} />
          </Link>
          <span className="text-soft"> · {state}</span>
        </li>
      ))}
    </ul>
  );
}

/** Rule 8: her own record shows it only if she wishes. */
function InRecord({ group: { id, inRecord, name } }: { group: MyCohort }) {
  return (
    <Form method="post" action={`/mon-espace/groupes/${id}/dossier`} className="grid gap-2">
      <p>
        {inRecord
          ? 'Ce groupe est montré dans votre propre historique.'
          : 'Ce groupe n’est pas montré dans votre historique.'}
      </p>
      <input type="hidden" name="montrer" value={inRecord ? 'non' : 'oui'} />
      <div>
        <Button variant="quiet">
          {inRecord ? 'Ne plus le montrer' : 'Le montrer'}
          <span className="sr-only"> : {name}</span>
        </Button>
      </div>
    </Form>
  );
}
