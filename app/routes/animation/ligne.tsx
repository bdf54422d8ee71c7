import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { linePage, type LinePage } from '#app/training/line-page.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { LineFiles } from './line-files.tsx';
import { BackTo } from './plan-links.tsx';
import { LineBadge } from './stage-badge.tsx';
import { StageHistory } from './stage-history.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title ?? 'Formation'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await linePage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export default function Ligne() {
  const page = useLoaderData<typeof loader>();
  const { id, title, stage, next, plan, people, ready, minPeople, maxPeople, warning } = page;
  return (
    <>
      <PageHeader
        above={
          <div className="flex flex-wrap items-center gap-x-4">
            <BackTo to={`/animation/plans/${plan.id}`} name={`${plan.name} ${plan.year}`} />
            <LineBadge stage={stage} />
          </div>
        }
        title={title}
      >
        <Deeds page={page} />
      </PageHeader>
      <div className="grid gap-8 pt-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] lg:items-start lg:gap-x-10">
        <div className="grid min-w-0 gap-6">
          <Notice title="Prochaine étape">
            <p>{next}.</p>
          </Notice>
          {warning !== null && <Notice severity="warn" title={warning} />}
          <p className="flex flex-wrap gap-x-8 gap-y-2">
            <FigureNumber large value={`${people}/${maxPeople ?? minPeople}`} label="personnes" />
            <FigureNumber large value={`${ready}/${minPeople}`} label="dossiers complets" />
          </p>
          <LineFiles lineId={id} files={page.files} mayAdd={page.rights.changes} />
        </div>
        <About page={page} />
      </div>
    </>
  );
}

function Deeds({ page: { id, rights, deeds } }: { page: LinePage }) {
  const [first, ...others] = deeds;
  return (
    <div className="flex flex-wrap gap-3 pt-3">
      {rights.dates && <LinkButton to={`/animation/lignes/${id}/dates`}>Fixer les dates</LinkButton>}
      {rights.settles && (
        <Form method="post" action={`/animation/lignes/${id}/presences`}>
          <Button>Relever les présences</Button>
        </Form>
      )}
      {first && (
        <LinkButton
          to={`/animation/lignes/${id}/${first.slug}`}
          variant={rights.dates || rights.settles || first.slug === 'report' ? 'quiet' : 'primary'}
        >
          {first.label}
        </LinkButton>
      )}
      {rights.changes && (
        <LinkButton to={`/animation/lignes/${id}/modification`} variant="quiet">
          Modifier
        </LinkButton>
      )}
      {others.map(({ slug, label }) => (
        <LinkButton key={slug} to={`/animation/lignes/${id}/${slug}`} variant="quiet">
          {label}
        </LinkButton>
      ))}
    </div>
  );
}

function About({ page }: { page: LinePage }) {
  const { relais, theme, organisation, hours, cost, due, replacement, suits, activityId, sessions, history } = page;
  const facts = [
    { name: 'Relais', value: relais },
    { name: 'Thème', value: theme },
    { name: 'Organisme', value: organisation },
    { name: 'Durée', value: hours },
    { name: 'Coût', value: cost },
    { name: 'Dossiers', value: due },
    { name: 'Convient', value: suits },
    { name: 'Remplacement', value: replacement },
  ].filter(({ value }) => value !== null && value !== '');
  return (
    <aside className="grid min-w-0 gap-6" aria-label="À savoir">
      <section className="panel grid gap-3" aria-labelledby="termes">
        <h2 id="termes" className="text-xl">
          La formation
        </h2>
        <Facts facts={facts} />
      </section>
      <section className="panel grid gap-3" aria-labelledby="dates">
        <h2 id="dates" className="text-xl">
          Dates
        </h2>
        {sessions.length === 0 ? (
          <p className="text-soft">Pas encore de dates.</p>
        ) : (
          <ul className="grid gap-1">
            {sessions.map(({ id, when, place }) => (
              <li key={id}>
                <Link to={`/animation/seances/${id}`} className="inline-flex min-h-11 items-center">
                  {when}
                </Link>
                <p className="text-soft">{place}</p>
              </li>
            ))}
          </ul>
        )}
        {activityId !== null && <Link to={`/animation/activites/${activityId}`}>Voir dans le catalogue</Link>}
      </section>
      <section className="panel grid gap-3" aria-labelledby="histoire">
        <h2 id="histoire" className="text-xl">
          Ce qui s’est passé
        </h2>
        <StageHistory lines={history} />
      </section>
    </aside>
  );
}
