import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { pageCache } from '#app/auth/page-cache.ts';
import { signInPath } from '#app/auth/safe-return.ts';
import { catalogueAddress, followAddress, readView } from '#app/catalog/catalogue-address.ts';
import { CatalogueChips, CatalogueForm } from '#app/catalog/catalogue-controls.tsx';
import { readFilters } from '#app/catalog/catalogue-filters.ts';
import { catalogue, type Catalogue } from '#app/catalog/catalogue.server.ts';
import { Calls, CallsLink } from '#app/catalog/group-calls.tsx';
import { MonthView } from '#app/catalog/month-view.tsx';
import { month } from '#app/catalog/month.server.ts';
import { SessionDays } from '#app/catalog/session-item.tsx';
import { siteChoices } from '#app/catalog/site-choices.server.ts';
import { FeedLine } from '#app/feeds/feed-line.tsx';
import { filteredFeed } from '#app/feeds/filtered-feed.ts';
import { relaisList } from '#app/people/relais-pages.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { classNames } from '#app/ui/class-names.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.grid ? `Séances, ${page.grid.name}` : 'Séances'} · Ribambelle` },
  {
    name: 'description',
    content:
      'Le programme des relais petite enfance : ateliers d’éveil, réunions, formations, sorties, et les places qui restent.',
  },
];

export async function loader({ request, context: { actor, now, appUrl } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const [at, filters, view] = [now(), readFilters(query), readView(query)];
  const found = view.as === 'list' ? await catalogue(actor, filters, at, { cursor: view.from }) : null;
  const grid = view.as === 'month' ? await month(actor, { month: view.month, filters }, at) : null;
  const relais = await relaisList(actor, at);
  const sites = await siteChoices(actor, filters);
  const [isSignedIn, feed] = [actor.kind === 'person', filters.mes ? null : filteredFeed(filters)];
  return data({ feed: feed && appUrl + feed, filters, view, found, grid, relais, sites, isSignedIn }, pageCache(actor));
}

export default function Activites() {
  const { feed, filters, view, found, grid, relais, sites, isSignedIn } = useLoaderData<typeof loader>();
  const choices = { relais, sites };
  return (
    <>
      <PageHeader
        title={filters.mes ? 'Mes séances' : 'Les séances'}
        lead={
          filters.mes
            ? 'Vos places, vos demandes et vos listes d’attente.'
            : 'Réservez votre place, et celle des enfants.'
        }
        chain
      />
      <CatalogueChips filters={filters} view={view} choices={choices} isSignedIn={isSignedIn} />
      <div className={classNames('grid gap-6 pt-4', found && 'lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:gap-8')}>
        <div className={classNames('grid content-start gap-6', found && 'lg:order-2')}>
          <CatalogueForm filters={filters} view={view} choices={choices} />
          {found && filters.kinds === undefined && <CallsLink count={found.calls.length} filters={filters} />}
        </div>
        <div className="grid min-w-0 content-start gap-6">
          {filters.mes && !isSignedIn && (
            <Notice title="Vous n’êtes pas connectée">
              <p>
                <Link to={signInPath(catalogueAddress(filters, view))}>Connectez-vous</Link> pour ne voir que vos
                séances. En attendant, voici celles de toutes.
              </p>
            </Notice>
          )}
          {found && <Found found={found} filters={filters} view={view} />}
          {grid && <MonthView grid={grid} filters={filters} />}
          {feed !== null && <FeedLine url={feed} words="S’abonner à ces séances" />}
          <p>
            <Link to={followAddress(filters)} className="inline-flex min-h-11 items-center">
              Recevoir les nouveautés par e-mail, le lundi
            </Link>
          </p>
        </div>
      </div>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Found({ found, filters, view }: { found: Catalogue } & Pick<Page, 'filters' | 'view'>) {
  const isFirst = view.as === 'list' && view.from === null;
  return (
    <>
      {filters.kinds && <Calls calls={found.calls} />}
      <SessionDays days={found.days} />
      {found.count === 0 && (!filters.kinds || found.calls.length === 0) && <Nothing filters={filters} />}
      <Pager
        label="Pages du programme"
        previous={
          isFirst ? undefined : { to: catalogueAddress(filters, { as: 'list', from: null }), label: 'Retour au début' }
        }
        next={
          found.next === null
            ? undefined
            : { to: catalogueAddress(filters, { as: 'list', from: found.next }), label: 'Séances suivantes' }
        }
      />
    </>
  );
}

function Nothing({ filters }: Pick<Page, 'filters'>) {
  const isFiltered = Object.keys(filters).length > 0;
  if (filters.mes) {
    return (
      <Empty sentence="Vous n’avez pas de séance à venir. Choisissez-en une dans le programme : l’inscription prend une minute.">
        <LinkButton to="/activites">Voir toutes les séances</LinkButton>
      </Empty>
    );
  }
  return isFiltered ? (
    <Empty sentence="Aucune séance ne correspond. Retirez un filtre, ou choisissez d’autres dates.">
      <LinkButton to="/activites">Voir toutes les séances</LinkButton>
    </Empty>
  ) : (
    <Empty sentence="Aucune séance n’est annoncée pour le moment. Votre relais peut vous dire quand le programme paraît.">
      <LinkButton to="/#relais">Trouver mon relais</LinkButton>
    </Empty>
  );
}
