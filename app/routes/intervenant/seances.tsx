import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { myPast } from '#app/attendance/my-past.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { openProposals } from '#app/catalog/proposals.server.ts';
import { ledSessions } from '#app/enrollment/led-sessions.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ComingCard } from './coming-card.tsx';
import { PastList } from './past-list.tsx';
import { ProposalCards } from './proposal-cards.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes interventions · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const page = await ledSessions(actor, context.now());
  if (!page) throw new Response(null, { status: 404 });
  const proposals = await openProposals(actor, context.now());
  return { page, proposals, past: await myPast(actor, context.now()), name: actor.name };
}

export default function Interventions() {
  const { page, proposals, past, name } = useLoaderData<typeof loader>();
  const { sessions, groups } = page;
  return (
    <>
      <PageHeader title={`Bonjour ${name}`} lead={leadOf(proposals.length, sessions.length)} chain />
      <div className="grid gap-8 pt-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-start lg:gap-x-10">
        <div className="grid gap-8">
          {proposals.length > 0 && <ProposalCards batches={proposals} />}
          <PastList past={past.filter(({ state }) => state === 'PLANNED')} />
          <section className="grid gap-3" aria-labelledby="seances">
            <h2 id="seances">Mes prochaines séances</h2>
            {sessions.length === 0 && <Empty sentence="Aucune séance à venir ne vous est confiée pour le moment." />}
            {sessions.slice(0, FIRST).map((session) => (
              <ComingCard key={session.id} session={session} />
            ))}
            {sessions.length > FIRST && (
              <details className="fold">
                <summary>Plus tard : {plural(sessions.length - FIRST, 'séance', 'séances')}</summary>
                <div className="grid gap-3 pt-2">
                  {sessions.slice(FIRST).map((session) => (
                    <ComingCard key={session.id} session={session} />
                  ))}
                </div>
              </details>
            )}
          </section>
        </div>
        <Aside groups={groups} />
      </div>
    </>
  );
}

const FIRST = 8;

function leadOf(proposals: number, sessions: number): string {
  if (proposals > 0) return 'On attend votre réponse.';
  return sessions === 0 ? 'Rien de prévu pour le moment.' : 'Vos prochaines interventions.';
}

function Aside({ groups }: { groups: ReturnType<typeof useLoaderData<typeof loader>>['page']['groups'] }) {
  return (
    <div className="grid gap-6">
      <nav className="panel grid gap-2" aria-labelledby="gerer">
        <h2 id="gerer" className="text-xl">
          Mes affaires
        </h2>
        {LINKS.map(({ to, label }) => (
          <Link key={to} to={to} className="inline-flex min-h-11 items-center font-bold">
            {label}
          </Link>
        ))}
      </nav>
      {groups.length > 0 && (
        <section className="panel grid gap-3" aria-labelledby="groupes">
          <h2 id="groupes" className="text-xl">
            Les groupes que j’anime
          </h2>
          <ul className="grid gap-1">
            {groups.map(({ id, name, relais }) => (
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
        <LinkButton to="/intervenant/agenda" variant="quiet">
          M’abonner
        </LinkButton>
      </section>
    </div>
  );
}

const LINKS = [
  { to: '/intervenant/releve', label: 'Mon relevé, pour facturer' },
  { to: '/intervenant/disponibilites', label: 'Mes disponibilités' },
];
