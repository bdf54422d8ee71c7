import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { kindTone } from '#app/catalog/kinds.ts';
import { cohortList, type CohortLine } from '#app/enrollment/cohort-list.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Groupes · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  if (!maySomewhere(actor, 'cohort.write')) throw new Response(null, { status: 404 });
  return { groups: await cohortList(actor, context.now()) };
}

export default function Groupes() {
  const { groups } = useLoaderData<typeof loader>();
  const standing = groups.filter(({ kind }) => kind === null);
  const cycles = groups.filter(({ kind }) => kind !== null);
  return (
    <>
      <PageHeader
        title="Groupes"
        lead="Celles qui viennent toujours ensemble : inscrites une fois, elles le sont à toutes les dates."
      >
        <div className="pt-3">
          <LinkButton to="/animation/groupes/nouveau">Nouveau groupe</LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-8 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <Section id="habituels" title="Groupes habituels" groups={standing}>
          <Empty sentence="Aucun groupe habituel. Créez par exemple le groupe du mardi, ou deux demi-groupes." />
        </Section>
        <Section id="cycles" title="Analyse de pratiques et cycles" groups={cycles}>
          <Empty sentence="Aucun cycle n’a encore son groupe." />
        </Section>
      </div>
    </>
  );
}

interface SectionProps {
  id: string;
  title: string;
  groups: readonly CohortLine[];
  children: React.ReactNode;
}

function Section({ id, title, groups, children }: SectionProps) {
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {groups.length === 0 && children}
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </section>
  );
}

function Group({ group: { id, name, kind, activity, relais, members, todo, next } }: { group: CohortLine }) {
  return (
    <Card
      to={`/animation/groupes/${id}`}
      tone={kind === null ? undefined : kindTone(kind)}
      title={name}
      badge={kind && <KindMark kind={kind} />}
      text={
        <>
          {activity !== null && activity !== name && <p>{activity}</p>}
          <p>{relais}</p>
          {next !== null && <p>{next}</p>}
        </>
      }
      figures={
        <>
          <b className="text-ink">{members}</b>
          {todo !== null && <span className="font-bold text-accent">{todo}</span>}
        </>
      }
    />
  );
}
