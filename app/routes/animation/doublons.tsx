import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { likelyPairs } from '#app/people/doubles.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Doublons · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { pairs: await likelyPairs(requireStaff(context, request), context.now()) };
}

export default function Doublons() {
  const { pairs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/animation/professionnels" className="inline-flex min-h-11 items-center">
              Professionnel·les
            </Link>
          </p>
        }
        title="Doublons"
        lead="Des fiches de vos relais qui semblent être celles d’une même personne. Rien ne se fait sans vous."
      />
      <div className="grid w-full max-w-3xl gap-4 pt-4">
        {pairs.length === 0 ? (
          <Empty sentence="Aucun doublon : chaque fiche semble être celle d’une seule personne.">
            <LinkButton to="/animation/professionnels" variant="quiet">
              Retour à la liste
            </LinkButton>
          </Empty>
        ) : (
          <>
            <p className="font-bold">{plural(pairs.length, 'doublon possible', 'doublons possibles')}</p>
            <ul className="grid gap-4">
              {pairs.map(({ a, b, reason }) => (
                <li key={`${a.id} ${b.id}`} className="panel grid gap-3">
                  <p className="text-soft">{reason.charAt(0).toUpperCase() + reason.slice(1)}</p>
                  <div className="grid gap-3 sm:grid-cols-2">
                    {[a, b].map(({ id, name, email, phone, commune, relais }) => (
                      <div key={id}>
                        <Link
                          to={`/animation/professionnels/${id}`}
                          className="inline-flex min-h-11 items-center font-bold"
                        >
                          {name}
                        </Link>
                        {[commune, relais, phone, email ?? 'sans e-mail'].map(
                          (word) =>
                            word !== null && (
                              <span key={word} className="block wrap-anywhere text-soft">
                                {word}
                              </span>
                            ),
                        )}
                      </div>
                    ))}
                  </div>
                  <p>
                    <LinkButton to={`/animation/professionnels/${a.id}/fusion/${b.id}`} variant="quiet">
                      Comparer et réunir
                    </LinkButton>
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
