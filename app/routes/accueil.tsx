import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { pageCache } from '#app/auth/page-cache.ts';
import { catalogue } from '#app/catalog/catalogue.server.ts';
import { relaisServing } from '#app/catalog/relais-search.ts';
import { SessionItem } from '#app/catalog/session-item.tsx';
import { SubscribeLinks } from '#app/feeds/subscribe-links.tsx';
import { collectiviteShown } from '#app/people/collectivite-shown.server.ts';
import { relaisList } from '#app/people/relais-pages.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { CommuneSearch } from './commune-search.tsx';
import { FirstSteps } from './first-steps.tsx';

const SHOWN = 6;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Ribambelle · ${page?.collectivite ?? 'relais petite enfance'}` },
  {
    name: 'description',
    content:
      'Ateliers d’éveil, réunions et formations des relais petite enfance : le programme, les places qui restent, l’inscription en ligne.',
  },
];

export async function loader({ request, context: { actor, now, appUrl } }: LoaderFunctionArgs) {
  const at = now();
  const typed = new URL(request.url).searchParams.get('commune')?.trim().slice(0, 80) ?? '';
  const shown = await collectiviteShown(actor, {});
  const relais = await relaisList(actor, at);
  const { days } = await catalogue(actor, {}, at, { size: SHOWN });
  const found = relaisServing(relais, typed);
  const cards = days.flatMap((day) => day.cards);
  const feed = shown && `${appUrl}/gestionnaires/${shown.slug}/agenda.ics`;
  return data({ collectivite: shown?.name ?? null, feed, typed, relais, found, cards }, pageCache(actor));
}

export default function Accueil() {
  const { collectivite, feed, typed, relais, found, cards } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={collectivite !== null && <p className="text-soft">{collectivite}</p>}
        title="Venez avec les enfants"
        lead={
          <>
            Les relais petite enfance accueillent les assistantes maternelles et les enfants qu’elles gardent : ateliers
            d’éveil, réunions, formations. Choisissez une séance, réservez votre place et celles des enfants : c’est
            gratuit.
          </>
        }
        chain
      />
      <div className="grid gap-8 pt-4 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-10">
        <div className="lg:col-start-2">
          <CommuneSearch typed={typed} relais={relais} found={found} />
        </div>
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <NextSessions cards={cards} />
        </div>
        <RelaisLinks relais={relais} />
      </div>
      <FirstSteps />
      {feed !== null && <Subscribe feed={feed} />}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function NextSessions({ cards }: Pick<Page, 'cards'>) {
  return (
    <section aria-labelledby="prochaines" className="grid gap-4">
      <h2 id="prochaines">Les prochaines séances</h2>
      {cards.length === 0 ? (
        <Empty sentence="Aucune séance n’est annoncée pour le moment. Votre relais vous dira quand le programme paraît." />
      ) : (
        <ul className="grid gap-3">
          {cards.map((card) => (
            <li key={card.id}>
              <SessionItem card={card} dated />
            </li>
          ))}
        </ul>
      )}
      {cards.length > 0 && (
        <div>
          <LinkButton to="/activites">Toutes les séances</LinkButton>
        </div>
      )}
    </section>
  );
}

function Subscribe({ feed }: { feed: string }) {
  return (
    <section aria-labelledby="agenda" className="pt-10">
      <details className="fold panel">
        <summary>
          <h2 id="agenda" className="text-xl">
            Tout le programme dans votre agenda
          </h2>
        </summary>
        <p className="mt-1 mb-4 text-soft">
          Les séances de tous les relais : nouvelles dates et annulations y arrivent seules. Chaque relais et chaque
          lieu ont aussi leur agenda, sur la page du relais.
        </p>
        <SubscribeLinks url={feed} />
      </details>
    </section>
  );
}

function RelaisLinks({ relais }: Pick<Page, 'relais'>) {
  return (
    <section aria-labelledby="relais" className="panel self-start lg:col-start-2">
      <h2 id="relais">Les relais</h2>
      <ul className="mt-3 grid gap-3">
        {relais.map(({ id, slug, name, communes }) => (
          <li key={id} className="border-t border-line pt-2">
            <Link to={`/relais/${slug}`} className="inline-flex min-h-11 items-center font-bold">
              {name}
            </Link>
            <p className="text-[0.9375rem] text-soft">{communes.join(', ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
