import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { reglementList, type SeriesShown, type VersionShown } from '#app/people/reglement-list.server.ts';
import { list, plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

export const meta: MetaFunction = () => [{ title: 'Règlements et chartes · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await reglementList(requireStaff(context, request), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export default function Reglements() {
  const { series } = useLoaderData<typeof loader>();
  const add = <LinkButton to="/animation/reglements/nouveau">Nouveau règlement ou charte</LinkButton>;
  return (
    <>
      <PageHeader
        title="Règlements et chartes"
        lead="Ce que chacune accepte avant sa première inscription, version par version. Celui d’un relais s’ajoute à celui de tous les relais."
      />
      <div className="grid gap-6 pt-5">
        {series.length === 0 ? (
          <Empty sentence="Rien n’est à accepter : on s’inscrit sans règlement.">{add}</Empty>
        ) : (
          <p>{add}</p>
        )}
        {series.map((one) => (
          <Series key={one.key} series={one} />
        ))}
      </div>
    </>
  );
}

function Series({ series: { key, kind, owner, versions } }: { series: SeriesShown }) {
  const [latest] = versions;
  return (
    <section className="panel grid gap-4" aria-labelledby={key}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id={key}>{kind}</h2>
          <p className="text-soft">{owner}</p>
        </div>
        {latest && (
          <LinkButton to={`/animation/reglements/nouveau?de=${latest.id}`} variant="quiet">
            <span>
              Nouvelle version
              <span className="sr-only">
                {' '}
                : {kind}, {owner}
              </span>
            </span>
          </LinkButton>
        )}
      </div>
      <ul className="grid gap-2">
        {versions.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ul>
    </section>
  );
}

const STATES = { IN_FORCE: 'en vigueur', COMING: 'à venir', PAST: 'passée', SUPERSEDED: 'remplacée avant son jour' };

function Version({ version: { title, body, version, since, state, accepted } }: { version: VersionShown }) {
  const words = acceptedWords(accepted);
  return (
    <li>
      <details className="fold">
        <summary>
          <span className="wrap-anywhere">
            <b>{title}</b>, version {version}, à partir du {since}{' '}
            <span className={state === 'IN_FORCE' ? 'badge' : 'text-soft'}>{STATES[state]}</span>
            <span className="block font-normal text-soft">{words}</span>
          </span>
        </summary>
        <div className="prose wrap-anywhere pt-2">
          <Paragraphs text={body} />
        </div>
      </details>
    </li>
  );
}

function acceptedWords({ online, onPaper, toSign }: VersionShown['accepted']): string {
  const parts = [
    ...(online > 0 ? [`acceptée par ${plural(online, 'personne', 'personnes')} en ligne`] : []),
    ...(onPaper > 0 ? [`signée sur papier par ${onPaper}`] : []),
    ...(toSign > 0 ? [`à signer par ${plural(toSign, 'personne inscrite', 'personnes inscrites')} au téléphone`] : []),
  ];
  return parts.length === 0 ? 'personne ne l’a acceptée' : list(parts);
}
