import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { readNeedFilters } from '#app/training/need-filters.ts';
import { relaisNeeds } from '#app/training/relais-needs.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { NeedControls } from './need-controls.tsx';
import { NeedTable, ThemeTable } from './need-tables.tsx';

export const meta: MetaFunction = () => [{ title: 'Besoins de formation · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const filters = readNeedFilters(new URL(request.url).searchParams);
  const found = await relaisNeeds(actor, filters);
  if (!found) throw new Response(null, { status: 404 });
  return { filters, found };
}

export default function Besoins() {
  const { filters, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Besoins de formation"
        lead="Ce que les professionnelles souhaitent apprendre, et ce qu’elles doivent renouveler."
      >
        <div className="flex flex-wrap gap-3 pt-3">
          <LinkButton to="/animation/besoins/campagnes" variant="quiet">
            Campagnes
          </LinkButton>
          <LinkButton to="/animation/themes" variant="quiet">
            Thèmes
          </LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-8 pt-6">
        {found.themes.length === 0 ? (
          <Empty sentence="Personne n’a encore rien demandé. Chacune peut le dire depuis son espace ; vous pouvez aussi noter un besoin depuis la fiche d’une professionnelle.">
            <Link to="/animation/professionnels" className="button">
              Ouvrir l’annuaire
            </Link>
          </Empty>
        ) : (
          <>
            <ThemeTable themes={found.themes} filters={filters} />
            <NeedControls filters={filters} found={found} />
            <NeedTable needs={found.needs} more={found.more} />
          </>
        )}
      </div>
    </>
  );
}
