import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { FeedScope } from './feed-scope.ts';
import type { MyFeed, MyFeedPage } from './my-feed.server.ts';
import { SubscribeLinks } from './subscribe-links.tsx';

interface MyFeedPanelProps {
  page: MyFeedPage;
  /** The address just made: told once. */
  url: string | null;
  /** Of the page that shows this: what it posts to. */
  path: string;
}

/** One's private link: made, renewed, revoked; what it lists; when it was last read. */
export function MyFeedPanel({ page: { feed, chooses }, url, path }: MyFeedPanelProps) {
  return (
    <div className="grid w-full max-w-2xl gap-6 pt-6">
      {url !== null ? (
        <JustMade url={url} path={path} />
      ) : feed ? (
        <Living feed={feed} path={path} />
      ) : (
        <None path={path} chooses={chooses} />
      )}
      {feed && chooses && <Contents scope={feed.scope} path={path} />}
      {feed && <End path={path} />}
    </div>
  );
}

function JustMade({ url, path }: { url: string; path: string }) {
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
        <LinkButton to={path} plain variant="quiet">
          C’est fait
        </LinkButton>
      </p>
    </section>
  );
}

function Living({ feed, path }: { feed: MyFeed; path: string }) {
  const facts = [
    { name: 'Lien créé', value: feed.made },
    { name: 'Lecture', value: feed.reading },
  ];
  return (
    <section className="panel grid gap-4" aria-labelledby="lien">
      <h2 id="lien">Votre lien</h2>
      <Facts facts={facts} />
      <p>
        Son adresse n’est affichée qu’à sa création. Perdue, ou connue de quelqu’un d’autre ? Faites un nouveau lien :
        l’ancien cesse aussitôt de marcher, et vous vous abonnez de nouveau.
      </p>
      <form method="post" action={path}>
        <Button>Faire un nouveau lien</Button>
      </form>
    </section>
  );
}

function None({ path, chooses }: { path: string; chooses: boolean }) {
  return (
    <section className="panel grid gap-4" aria-labelledby="lien">
      <h2 id="lien">Pas encore de lien</h2>
      <p>
        Vous recevez une adresse, pour vous seule. Votre agenda la relit de lui-même : dates nouvelles, changements et
        annulations y apparaissent.
      </p>
      <form method="post" action={path} className="grid gap-4">
        {chooses && <Choice chosen={null} />}
        <Button wide>Créer mon lien d’agenda</Button>
      </form>
    </section>
  );
}

function Contents({ scope, path }: { scope: FeedScope; path: string }) {
  return (
    <section className="panel grid gap-4" aria-labelledby="montre">
      <h2 id="montre">Ce que montre votre agenda</h2>
      <form method="post" action={`${path}/contenu`} className="grid gap-4">
        <Choice chosen={scope} />
        <p>
          <Button variant="quiet">Enregistrer ce choix</Button>
        </p>
      </form>
      <p className="text-soft">L’adresse reste la même. Le changement se voit à la prochaine lecture.</p>
    </section>
  );
}

const CHOICES = [
  { value: 'relais', scope: 'RELAIS', label: 'Toutes les séances de mes relais' },
  { value: 'moi', scope: 'OWN', label: 'Seulement les séances que je mène' },
] as const;

function Choice({ chosen }: { chosen: FeedScope | null }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-bold">Séances à montrer</legend>
      {CHOICES.map(({ value, scope, label }) => (
        <CheckboxCard
          key={value}
          type="radio"
          name="contenu"
          value={value}
          defaultChecked={scope === (chosen ?? 'RELAIS')}
          label={label}
        />
      ))}
    </fieldset>
  );
}

function End({ path }: { path: string }) {
  return (
    <section className="grid gap-3" aria-labelledby="fin">
      <h2 id="fin">Ne plus partager</h2>
      <p>Le lien cesse aussitôt de marcher. Pensez à ôter aussi l’abonnement de votre agenda.</p>
      <form method="post" action={`${path}/suppression`}>
        <Button variant="danger">Supprimer mon lien</Button>
      </form>
    </section>
  );
}
