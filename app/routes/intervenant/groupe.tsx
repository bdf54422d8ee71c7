import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { cohortPage } from '#app/enrollment/cohort-page.server.ts';
import { GroupDates } from '#app/enrollment/group-dates.tsx';
import { GroupMembers } from '#app/enrollment/group-members.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Le groupe que j’anime · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const group = actor.intervenantId === null ? null : await cohortPage(actor, requireId(params), context.now());
  if (!group?.rights.named) throw new Response(null, { status: 404 });
  return { group };
}

export default function GroupeAnime() {
  const { group } = useLoaderData<typeof loader>();
  const shown = { ...group, rights: { ...group.rights, composes: false } };
  return (
    <>
      <PageHeader
        above={
          group.activity ? <KindMark kind={group.activity.kind} /> : <Link to="/intervenant">Mes interventions</Link>
        }
        title={group.name}
        lead={group.composer === null ? group.relais : `${group.relais}, composé par ${group.composer}`}
      />
      <div className="grid gap-8 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <div className="grid gap-6">
          <GroupMembers group={shown} base="/intervenant/groupes" />
          <Notice title="Ces noms ne sont lus que par vous et par qui compose le groupe.">
            <p>Vous seule ou seul marquez les présences. Rien n’est écrit de ce qui se dit dans le groupe.</p>
          </Notice>
        </div>
        <div className="grid gap-4">
          <GroupDates group={group} sheets />
          {group.activity && (
            <p>
              <LinkButton to={`/intervenant/activites/${group.activity.id}/attestations`} variant="quiet">
                Délivrer des attestations
              </LinkButton>
            </p>
          )}
        </div>
      </div>
    </>
  );
}
