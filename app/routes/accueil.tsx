import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { pageCache } from '#app/auth/page-cache.ts';
import { catalogue } from '#app/catalog/catalogue.server.ts';
import { relaisServing } from '#app/catalog/relais-search.ts';
import { SessionItem } from '#app/catalog/session-item.tsx';
import { collectiviteShown } from '#app/people/collectivite-shown.server.ts';
import { relaisList, type RelaisLine } from '#app/people/relais-pages.server.ts';
import { list } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { MapPin, Search } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

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

export async function loader({ request, context: { actor, now } }: LoaderFunctionArgs) {
  const at = now();
  const typed = new URL(request.url).searchParams.get('commune')?.trim().slice(0, 80) ?? '';
  const shown = await collectiviteShown(actor, {});
  const relais = await relaisList(actor, at);
  const { days } = await catalogue(actor, {}, at, { size: SHOWN });
  const found = relaisServing(relais, typed);
  const cards = days.flatMap((day) => day.cards);
  return data({ collectivite: shown?.name ?? null, typed, relais, found, cards }, pageCache(actor));
}

export default function Accueil() {
  const { collectivite, typed, relais, found, cards } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Venez avec les enfants"
        lead={
          <>
            Les relais petite enfance{collectivite !== null && ` de ${collectivite}`} accueillent les assistantes
            maternelles et les enfants qu’elles gardent : ateliers d’éveil, réunions, formations. Trouvez une séance,
            réservez votre place et celles des enfants, c’est gratuit.
          </>
        }
        chain
      >
        <div className="mt-3 flex flex-wrap gap-3">
          <LinkButton to="/activites">Voir les séances</LinkButton>
          <LinkButton to="#relais" plain variant="quiet">
            Trouver mon relais
          </LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-10 pt-4">
        <NextSessions cards={cards} />
        <section aria-labelledby="relais" className="grid gap-4">
          <h2 id="relais">Votre relais</h2>
          <CommuneSearch typed={typed} relais={relais} />
          {typed !== '' && <Found typed={typed} found={found} />}
          <RelaisGrid relais={relais} />
        </section>
      </div>
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
        <ul className="grid gap-3 lg:grid-cols-2">
          {cards.map((card) => (
            <li key={card.id} className="grid">
              <SessionItem card={card} dated />
            </li>
          ))}
        </ul>
      )}
      {cards.length > 0 && (
        <p>
          <Link to="/activites" className="inline-flex min-h-11 items-center font-bold">
            Tout le programme
          </Link>
        </p>
      )}
    </section>
  );
}

function CommuneSearch({ typed, relais }: { typed: string; relais: readonly RelaisLine[] }) {
  const communes = [...new Set(relais.flatMap((one) => one.communes))].sort((a, b) => a.localeCompare(b, 'fr'));
  return (
    <Form method="get" action="/#relais" className="grid max-w-xl gap-1.5" role="search" aria-label="Trouver un relais">
      <label htmlFor="commune" className="font-bold">
        Votre commune
      </label>
      <div className="flex gap-2">
        <input
          id="commune"
          name="commune"
          className="input"
          list="communes"
          defaultValue={typed}
          autoComplete="address-level2"
          required
        />
        <Button>
          <Search size={18} />
          Chercher
        </Button>
      </div>
      <datalist id="communes">
        {communes.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Form>
  );
}

function Found({ typed, found }: Pick<Page, 'typed' | 'found'>) {
  if (found.length === 0) {
    return (
      <Notice severity="warn" title={`Aucun relais trouvé pour « ${typed} »`} role="status">
        <p>Vérifiez l’orthographe, ou cherchez votre commune dans la liste ci-dessous.</p>
      </Notice>
    );
  }
  return (
    <Notice
      severity="success"
      title={found.length === 1 ? 'Votre relais' : 'Ces relais peuvent être le vôtre'}
      role="status"
    >
      <ul>
        {found.map(({ relais, communes }) => (
          <li key={relais.id}>
            <Link to={`/relais/${relais.slug}`} className="inline-flex min-h-11 items-center font-bold">
              {relais.name}
            </Link>{' '}
            pour {list(communes)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function RelaisGrid({ relais }: Pick<Page, 'relais'>) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {relais.map(({ id, slug, name, communes }) => (
        <li key={id} className="card">
          <h3>
            <Link to={`/relais/${slug}`}>{name}</Link>
          </h3>
          <p className="mt-2 flex gap-2 text-[0.9375rem] text-soft">
            <MapPin size={18} className="mt-0.5 flex-none" />
            <span>{communes.length === 0 ? 'Communes à venir' : communes.join(', ')}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
