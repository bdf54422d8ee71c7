import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { pageCache } from '#app/auth/page-cache.ts';
import { catalogue } from '#app/catalog/catalogue.server.ts';
import { SessionItem } from '#app/catalog/session-item.tsx';
import { SubscribeLinks } from '#app/feeds/subscribe-links.tsx';
import { relaisPage } from '#app/people/relais-pages.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { RelaisAside } from './relais-aside.tsx';

const SHOWN = 8;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page
    ? [
        { title: `${page.relais.name} · Ribambelle` },
        {
          name: 'description',
          content: `${page.relais.name}, ${page.relais.collectivite} : contacts, communes, prochaines séances et agenda à suivre.`,
        },
      ]
    : [];

export async function loader({ params, context: { actor, now, appUrl } }: LoaderFunctionArgs) {
  const [at, slug] = [now(), params.slug ?? ''];
  const relais = await relaisPage(actor, slug, at);
  if (!relais) throw new Response(null, { status: 404 });
  const { days } = await catalogue(actor, { relais: slug }, at, { size: SHOWN });
  const feed = `${appUrl}/relais/${slug}/agenda.ics`;
  return data({ relais, feed, appUrl, cards: days.flatMap(({ cards }) => cards) }, pageCache(actor));
}

export default function Relais() {
  const { relais, cards, feed, appUrl } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={<p className="text-soft">{relais.collectivite}</p>}
        title={relais.name}
        lead={relais.description === '' ? undefined : relais.description}
        chain
      />
      <div className="grid gap-8 pt-4 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] lg:gap-10">
        <div className="grid content-start gap-8">
          {relais.closures.length > 0 && (
            <Notice severity="warn" title="Fermeture">
              {relais.closures.map((words) => (
                <p key={words}>Fermé {words}.</p>
              ))}
            </Notice>
          )}
          <Programme slug={relais.slug} cards={cards} />
        </div>
        <RelaisAside relais={relais} appUrl={appUrl} />
        <section id="agenda" aria-labelledby="agenda-titre" className="panel lg:col-span-2">
          <h2 id="agenda-titre">S’abonner à l’agenda</h2>
          <p className="mt-1 mb-4 text-soft">
            Les séances du relais dans votre agenda : nouvelles dates et annulations y arrivent seules.
          </p>
          <SubscribeLinks url={feed} />
          <p className="mt-4 border-t border-line pt-3">
            Vous préférez un e-mail ?{' '}
            <Link
              to={`/mon-espace/messages?relais=${relais.slug}#suivis`}
              className="inline-flex min-h-11 items-center font-bold"
            >
              Suivre les nouveautés
            </Link>
          </p>
        </section>
      </div>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Programme({ slug, cards }: { slug: string; cards: Page['cards'] }) {
  return (
    <section aria-labelledby="programme" className="grid gap-3">
      <h2 id="programme">Les prochaines séances</h2>
      {cards.length === 0 ? (
        <Empty sentence="Aucune séance n’est annoncée. Abonnez-vous à l’agenda : les prochaines y apparaîtront.">
          <LinkButton to="#agenda" plain variant="quiet">
            S’abonner à l’agenda
          </LinkButton>
        </Empty>
      ) : (
        <>
          {cards.map((card) => (
            <SessionItem key={card.id} card={card} dated away={false} />
          ))}
          <div className="flex flex-wrap gap-3 pt-1">
            <LinkButton to={`/activites?relais=${slug}`}>Tout le programme</LinkButton>
            <LinkButton to={`/activites?relais=${slug}&vue=mois`} variant="quiet">
              Le mois
            </LinkButton>
          </div>
        </>
      )}
    </section>
  );
}
