import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { list, plural } from '#app/time/french.ts';
import { readPlanFilters } from '#app/training/plan-filters.ts';
import { plans, type PlanCard } from '#app/training/plans.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Plan de formation · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const filters = readPlanFilters(new URL(request.url).searchParams);
  const page = await plans(actor, filters, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page, filters };
}

export default function Plans() {
  const { page, filters } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Plan de formation"
        lead="La réponse de l’année aux besoins : qui se forme, à quoi, avec qui, quand."
      >
        <div className="flex flex-wrap gap-3 pt-3">
          <LinkButton to="/animation/plans/nouveau">Nouveau plan</LinkButton>
          <LinkButton to="/animation/organismes" variant="quiet">
            Organismes de formation
          </LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-6 pt-6">
        <Filters page={page} filters={filters} />
        {page.plans.length === 0 ? (
          <Empty
            sentence={
              page.years.length === 0
                ? 'Aucun plan encore. Ouvrez celui de l’année, pour un relais ou pour plusieurs ensemble.'
                : 'Aucun plan pour ce choix. Retirez un filtre, ou ouvrez un plan.'
            }
          >
            <LinkButton to="/animation/plans/nouveau">Ouvrir un plan</LinkButton>
          </Empty>
        ) : (
          <section aria-labelledby="plans">
            <h2 id="plans" className="sr-only">
              Plans
            </h2>
            <ul className="grid gap-4 lg:grid-cols-2">
              {page.plans.map((plan) => (
                <li key={plan.id}>
                  <Plan plan={plan} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

type FiltersProps = Pick<SerializeFrom<typeof loader>, 'page' | 'filters'>;

/** By year and relais; what is chosen is a link that takes it back. */
function Filters({ page, filters }: FiltersProps) {
  const { year: chosen, relais } = filters;
  const to = (year: number | undefined, slug: string | undefined) =>
    `/animation/plans?${new URLSearchParams({ ...(year && { annee: String(year) }), ...(slug && { relais: slug }) })}`;
  return (
    <div className="grid gap-3">
      {page.years.length > 1 && (
        <ChipGroup label="Année" scroll>
          {page.years.map((year) => (
            <ChipLink key={year} to={to(year === chosen ? undefined : year, relais)} current={year === chosen}>
              {year}
            </ChipLink>
          ))}
        </ChipGroup>
      )}
      {page.relais.length > 1 && (
        <ChipGroup label="Relais" scroll>
          {page.relais.map(({ slug, name }) => (
            <ChipLink key={slug} to={to(chosen, slug === relais ? undefined : slug)} current={slug === relais}>
              {name}
            </ChipLink>
          ))}
        </ChipGroup>
      )}
    </div>
  );
}

function Plan({ plan: { id, year, name, relais, lines, dated, people, ready, trained, waiting } }: { plan: PlanCard }) {
  return (
    <Card
      to={`/animation/plans/${id}`}
      tone="formation"
      aside={{ large: String(year) }}
      title={name}
      text={
        <>
          <p>{list(relais)}</p>
          <p>
            {waiting === 0
              ? 'Tous les besoins connus sont repris.'
              : `${plural(waiting, 'personne attend', 'personnes attendent')} encore une formation.`}
          </p>
        </>
      }
      figures={
        <>
          <FigureNumber value={lines} label={lines < 2 ? 'formation' : 'formations'} />
          <FigureNumber value={dated} label={dated < 2 ? 'datée' : 'datées'} />
          <FigureNumber value={`${ready}/${people}`} label="dossiers complets" />
          <FigureNumber value={trained} label={trained < 2 ? 'formée' : 'formées'} />
        </>
      }
    />
  );
}
