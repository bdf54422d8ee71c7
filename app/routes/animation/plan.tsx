import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { list, plural } from '#app/time/french.ts';
import type { LineCard } from '#app/training/line-card.ts';
import { planPage, type PlanPage } from '#app/training/plan-page.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import { Download, TriangleAlert } from '#app/ui/icons.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { BackTo } from './plan-links.tsx';
import { LineBadge } from './stage-badge.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.name} ${page.year}` : 'Plan'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await planPage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export default function Plan() {
  const page = useLoaderData<typeof loader>();
  const { id, name, year, relais, lines } = page;
  return (
    <>
      <PageHeader
        above={<BackTo to="/animation/plans" name="Plan de formation" />}
        title={`${name} ${year}`}
        lead={list(relais.map((one) => one.name))}
      >
        <div className="flex flex-wrap gap-3 pt-3">
          <LinkButton to={`/animation/plans/${id}/besoins`}>Regrouper des besoins</LinkButton>
          <LinkButton to={`/animation/plans/${id}/modification`} variant="quiet">
            Modifier le plan
          </LinkButton>
          <LinkButton to={`/animation/plans/${id}/plan.csv`} variant="quiet" plain>
            <Download size={18} />
            Télécharger (CSV)
          </LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-6 pt-6">
        <Progress page={page} />
        {lines.length === 0 ? (
          <Empty sentence="Aucune formation encore. Regroupez des besoins : celles qui souhaitent la même chose forment une ligne.">
            <LinkButton to={`/animation/plans/${id}/besoins`}>Regrouper des besoins</LinkButton>
          </Empty>
        ) : (
          <section className="grid gap-3" aria-labelledby="formations">
            <h2 id="formations">Formations</h2>
            <ul className="grid gap-4 lg:grid-cols-2">
              {lines.map((line) => (
                <li key={line.id}>
                  <Line line={line} several={relais.length > 1} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Progress({ page: { people, ready, trained, cost, free, lines } }: { page: PlanPage }) {
  return (
    <section className="panel flex flex-wrap items-baseline gap-x-8 gap-y-3" aria-label="Où en est le plan">
      <FigureNumber large value={lines.length} label={lines.length < 2 ? 'formation' : 'formations'} />
      <FigureNumber large value={people} label={people < 2 ? 'personne' : 'personnes'} />
      <FigureNumber large value={ready} label={ready < 2 ? 'dossier complet' : 'dossiers complets'} />
      <FigureNumber large value={trained} label={trained < 2 ? 'formée' : 'formées'} />
      <p>
        Coût prévu : <b>{cost}</b>
      </p>
      <p className={free.needs === 0 ? 'text-soft' : 'font-bold'}>
        {free.needs === 0
          ? 'Tous les besoins connus sont repris.'
          : `${plural(free.needs, 'besoin n’est pas encore repris', 'besoins ne sont pas encore repris')} (${plural(free.people, 'personne', 'personnes')}).`}
      </p>
    </section>
  );
}

function Line({ line, several }: { line: LineCard; several: boolean }) {
  const { id, title, stage, next, people, ready, minPeople, maxPeople, trained, warning } = line;
  const facts = [several ? line.relais : null, line.organisation, line.hours, line.dates, line.due];
  return (
    <Card
      to={`/animation/lignes/${id}`}
      tone="formation"
      badge={<LineBadge stage={stage} />}
      title={title}
      text={
        <>
          <p className="font-bold text-(--ink)">{next}.</p>
          <p>{facts.filter((fact) => fact !== null).join(' · ')}</p>
          {line.cost !== null && <p>{line.cost}</p>}
          {warning !== null && (
            <p className="flex gap-2 text-warn">
              <TriangleAlert size={18} className="mt-0.5 flex-none" />
              {warning}
            </p>
          )}
        </>
      }
      figures={
        <>
          <FigureNumber value={`${people}/${maxPeople ?? minPeople}`} label="personnes" />
          <FigureNumber value={`${ready}/${minPeople}`} label="dossiers complets" />
          {trained > 0 && <FigureNumber value={trained} label={trained < 2 ? 'formée' : 'formées'} />}
        </>
      }
    />
  );
}
