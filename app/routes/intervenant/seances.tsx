import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { kindTone } from '#app/catalog/kinds.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { ledSessions, type LedSession } from '#app/enrollment/led-sessions.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes interventions · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const page = await ledSessions(actor, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page, name: actor.name };
}

export default function Interventions() {
  const { page, name } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={`Bonjour ${name}`} lead="Vos prochaines interventions." chain />
      <div className="grid gap-8 pt-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-start lg:gap-x-10">
        <section className="grid gap-3" aria-labelledby="seances">
          <h2 id="seances">Mes prochaines séances</h2>
          {page.sessions.length === 0 && <Empty sentence="Aucune séance à venir ne vous est confiée pour le moment." />}
          {page.sessions.slice(0, FIRST).map((session) => (
            <Session key={session.id} session={session} />
          ))}
          {page.sessions.length > FIRST && (
            <details className="fold">
              <summary>Plus tard : {plural(page.sessions.length - FIRST, 'séance', 'séances')}</summary>
              <div className="grid gap-3 pt-2">
                {page.sessions.slice(FIRST).map((session) => (
                  <Session key={session.id} session={session} />
                ))}
              </div>
            </details>
          )}
        </section>
        <div className="grid gap-6">
          {page.groups.length > 0 && (
            <section className="panel grid gap-3" aria-labelledby="groupes">
              <h2 id="groupes" className="text-xl">
                Les groupes que j’anime
              </h2>
              <ul className="grid gap-1">
                {page.groups.map(({ id, name, relais }) => (
                  <li key={id}>
                    <Link to={`/intervenant/groupes/${id}`} className="inline-flex min-h-11 items-center font-bold">
                      {name}
                    </Link>
                    <p className="text-soft">{relais}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="panel grid gap-3" aria-labelledby="agenda">
            <h2 id="agenda" className="text-xl">
              Mon agenda
            </h2>
            <p>Vos séances arrivent dans votre agenda, tenues à jour.</p>
            <LinkButton to="/mon-espace/agenda" variant="quiet">
              M’abonner
            </LinkButton>
          </section>
        </div>
      </div>
    </>
  );
}

const FIRST = 8;

function Session({ session }: { session: LedSession }) {
  const { id, kind, title, when, place, access, relais, expected, state, cancelled, cohortId } = session;
  return (
    <Card
      to={`/seances/${id}`}
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
          <p>{relais.phone === null ? relais.name : `${relais.name}, ${relais.phone}`}</p>
        </>
      }
      figures={cancelled ? undefined : <b className="text-ink">{expected}</b>}
    >
      {state === 'PROPOSED' && <p className="mt-2">Cette date vous est proposée : répondez au relais.</p>}
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
