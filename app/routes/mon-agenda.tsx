import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { myFeed, type MyFeed } from '#app/feeds/my-feed.server.ts';
import { renewFeedToken } from '#app/feeds/renewFeedToken.server.ts';
import { privateFeedUrl } from '#app/feeds/subscribe-addresses.ts';
import { SubscribeLinks } from '#app/feeds/subscribe-links.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Mon agenda · Ribambelle' }];

/** The page may hold a link that opens an agenda: no copy is kept, anywhere. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { feed: await myFeed(requireActor(context, request), context.now()) };
}

/** Makes a link, or another one: the former dies. Its address is known in this answer alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = await renewFeedToken(actor, { appUrl: context.appUrl }, context.now());
  if (outcome.outcome === 'notFound') throw data(null, { status: 404 });
  return { url: privateFeedUrl(outcome.token, context.appUrl) };
}

export default function MonAgenda() {
  const { feed } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Mon agenda"
        lead="Vos séances dans l’agenda de votre téléphone ou de votre ordinateur, tenues à jour."
        chain
      />
      <div className="grid w-full max-w-2xl gap-6 pt-6">
        {made ? <JustMade url={made.url} /> : feed ? <Living feed={feed} /> : <None />}
        {feed && <End />}
      </div>
    </>
  );
}

function JustMade({ url }: { url: string }) {
  return (
    <section className="panel grid gap-5" aria-labelledby="lien">
      <h2 id="lien">Votre lien est prêt</h2>
      <Notice severity="warn" title="Abonnez-vous maintenant">
        <p>
          Cette adresse ne sera plus affichée. Gardez-la pour vous : qui la connaît lit votre agenda. L’ancien lien,
          s’il y en avait un, ne marche plus.
        </p>
      </Notice>
      <SubscribeLinks url={url} />
      <p>
        <LinkButton to="/mon-espace/agenda" plain variant="quiet">
          C’est fait
        </LinkButton>
      </p>
    </section>
  );
}

function Living({ feed }: { feed: MyFeed }) {
  const facts = [
    { name: 'Lien créé', value: feed.made },
    { name: 'Dernière lecture', value: feed.lastRead ?? 'jamais encore' },
  ];
  return (
    <section className="panel grid gap-4" aria-labelledby="lien">
      <h2 id="lien">Votre lien</h2>
      <Facts facts={facts} />
      <p>
        Son adresse n’est affichée qu’à sa création. Perdue, ou connue de quelqu’un d’autre ? Faites un nouveau lien :
        l’ancien cesse aussitôt de marcher, et vous vous abonnez de nouveau.
      </p>
      <form method="post" action="/mon-espace/agenda">
        <Button>Faire un nouveau lien</Button>
      </form>
    </section>
  );
}

function None() {
  return (
    <section className="panel grid gap-4" aria-labelledby="lien">
      <h2 id="lien">Pas encore de lien</h2>
      <p>
        Vous recevez une adresse, pour vous seule. Votre agenda la relit de lui-même : inscriptions, listes d’attente,
        changements et annulations y apparaissent.
      </p>
      <form method="post" action="/mon-espace/agenda">
        <Button wide>Créer mon lien d’agenda</Button>
      </form>
    </section>
  );
}

function End() {
  return (
    <section className="grid gap-3" aria-labelledby="fin">
      <h2 id="fin">Ne plus partager</h2>
      <p>Le lien cesse aussitôt de marcher. Pensez à ôter aussi l’abonnement de votre agenda.</p>
      <form method="post" action="/mon-espace/agenda/suppression">
        <Button variant="danger">Supprimer mon lien</Button>
      </form>
    </section>
  );
}
