import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { ToTellList } from '#app/enrollment/to-tell-list.tsx';
import { relaisToTell, toTellAddress } from '#app/enrollment/to-tell-filters.ts';
import { toTell } from '#app/enrollment/to-tell.server.ts';
import { deadAddresses } from '#app/people/dead-addresses.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'À prévenir · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const { searchParams } = new URL(request.url);
  const [relais, sessionId] = [searchParams.get('relais'), searchParams.get('seance')];
  const all = await toTell(actor, sessionId === null ? {} : { sessionId }, context.now());
  const sessions = all.filter((session) => relais === null || session.relais.slug === relais);
  const dead = await deadAddresses(actor, context.now());
  return { sessions, choices: relaisToTell(all), relais, sessionId, dead: dead.length };
}

export default function APrevenir() {
  const { sessions, choices, relais, sessionId, dead } = useLoaderData<typeof loader>();
  const left = sessions.flatMap(({ people }) => people).filter(({ told }) => told === null).length;
  return (
    <>
      <PageHeader
        title="À prévenir"
        lead="Séances annulées ou déplacées : qui n’a pas d’e-mail, ou n’a pas encore dit avoir lu. La plus proche d’abord."
      >
        <p className="text-xl font-bold">{plural(left, 'personne à prévenir', 'personnes à prévenir')}</p>
        {dead > 0 && (
          <p>
            <Link to="/animation/messages" className="inline-flex min-h-11 items-center">
              {plural(dead, 'adresse ne répond plus', 'adresses ne répondent plus')}
            </Link>
          </p>
        )}
      </PageHeader>
      <div className="grid gap-5 pt-5">
        {(choices.length > 1 || sessionId !== null) && (
          <ChipGroup label="Relais">
            {sessionId !== null && (
              <ChipLink to={toTellAddress({ relais, sessionId: null })} current>
                Une seule séance
              </ChipLink>
            )}
            {choices.map(({ slug, name }) => (
              <ChipLink
                key={slug}
                to={toTellAddress({ relais: slug === relais ? null : slug, sessionId })}
                current={slug === relais}
              >
                {name}
              </ChipLink>
            ))}
          </ChipGroup>
        )}
        <ToTellList sessions={sessions} back={toTellAddress({ relais, sessionId })} />
        {sessions.length === 0 && (
          <Empty sentence="Personne à prévenir. Quand une séance est annulée ou déplacée, celles qu’un e-mail n’a pas jointes apparaissent ici.">
            <LinkButton to="/animation" variant="quiet">
              Aujourd’hui
            </LinkButton>
          </Empty>
        )}
      </div>
    </>
  );
}
