import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { GroupDates } from '#app/enrollment/group-dates.tsx';
import { GroupMembers } from '#app/enrollment/group-members.tsx';
import { cohortPage, type CohortPage } from '#app/enrollment/cohort-page.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.group.name ?? 'Groupe'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const group = await cohortPage(requireStaff(context, request), params.id ?? '', context.now());
  if (!group?.rights.plans) throw new Response(null, { status: 404 });
  return { group };
}

export default function Groupe() {
  const { group } = useLoaderData<typeof loader>();
  const { id, name, relais, activity, rights } = group;
  return (
    <>
      <PageHeader
        above={activity ? <KindMark kind={activity.kind} /> : <Link to="/animation/groupes">Groupes</Link>}
        title={name}
        lead={activity && activity.title !== name ? `${activity.title}, ${relais}` : relais}
      >
        <div className="flex flex-wrap gap-3 pt-3">
          {rights.composes && <LinkButton to={`/animation/groupes/${id}/membres`}>Ajouter une personne</LinkButton>}
          <LinkButton to={`/animation/groupes/${id}/seances`} variant="quiet">
            Choisir les dates
          </LinkButton>
          <LinkButton to={`/animation/groupes/${id}/reglages`} variant="quiet">
            Règles du groupe
          </LinkButton>
          {rights.named && activity && (
            <LinkButton to={`/animation/activites/${activity.id}/attestations`} variant="quiet">
              Attestations
            </LinkButton>
          )}
        </div>
      </PageHeader>
      <div className="grid gap-8 pt-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] lg:items-start lg:gap-x-10">
        <div className="grid gap-8">
          <GroupMembers group={group} base="/animation/groupes" />
          <GroupDates group={group} />
        </div>
        <About group={group} />
      </div>
    </>
  );
}

function About({ group: { rules, facilitator, composer, analyse, tooFew } }: { group: CohortPage }) {
  const facts = [
    ...(facilitator === null ? [] : [{ name: 'Anime', value: facilitator }]),
    ...(composer === null ? [] : [{ name: 'Compose', value: composer }]),
  ];
  return (
    <aside aria-label="À savoir" className="grid gap-6">
      {tooFew && (
        <Notice severity="warn" title="Le groupe est encore trop petit">
          <p>Ses règles demandent plus de personnes.</p>
        </Notice>
      )}
      <section className="panel prose" aria-labelledby="regles">
        <h2 id="regles" className="mt-0!">
          Règles du groupe
        </h2>
        {facts.length > 0 && <Facts facts={facts} />}
        <ul>
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      {analyse && (
        <Notice title="Ce groupe est confidentiel">
          <p>
            Seules les deux personnes nommées ici lisent qui en est. L’équipe, les exports et les bilans ne donnent que
            des totaux, à partir de cinq personnes. Rien n’est écrit de ce qui s’y dit.
          </p>
        </Notice>
      )}
    </aside>
  );
}
