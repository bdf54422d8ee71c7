import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { accessRequests } from '#app/people/access-requests.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AccessRequestCard } from './access-request-card.tsx';

export const meta: MetaFunction = () => [{ title: 'Demandes d’accès · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { requests: await accessRequests(requireStaff(context, request), context.now()) };
}

export default function Demandes() {
  const { requests } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/animation/professionnels" className="inline-flex min-h-11 items-center">
              Professionnel·les
            </Link>
          </p>
        }
        title="Demandes d’accès"
        lead="Elles viennent du formulaire public. Au moindre doute, appelez avant d’accepter."
      />
      <div className="grid w-full max-w-3xl gap-5 pt-4">
        {requests.length === 0 ? (
          <Empty sentence="Aucune demande n’attend. Vous pouvez aussi créer une fiche vous-même.">
            <LinkButton to="/animation/professionnels/nouveau" variant="quiet">
              Nouvelle fiche
            </LinkButton>
          </Empty>
        ) : (
          requests.map((asked) => <AccessRequestCard key={asked.id} asked={asked} />)
        )}
      </div>
    </>
  );
}
