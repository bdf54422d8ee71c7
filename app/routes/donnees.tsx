import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OPEN_COLUMNS } from '#app/catalog/open-programme.ts';
import { relaisList } from '#app/people/relais-pages.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Données ouvertes · Ribambelle' }];

export async function loader({ context: { actor, appUrl, now } }: LoaderFunctionArgs) {
  const relais = await relaisList(actor, now());
  return { appUrl, relais: relais.map(({ slug, name }) => ({ slug, name })) };
}

export default function Donnees() {
  const { appUrl, relais } = useLoaderData<typeof loader>();
  const [example] = relais;
  return (
    <>
      <PageHeader
        title="Données ouvertes"
        lead="Le programme à venir, pour le site de votre commune ou de votre intercommunalité. Aucune donnée sur les personnes."
      />
      <div className="grid gap-8 pt-6">
        <section className="grid gap-2" aria-labelledby="adresses">
          <h2 id="adresses">Les adresses</h2>
          <ul className="grid gap-1">
            <li>
              <a href="/donnees/programme.csv" className="inline-flex min-h-11 max-w-full items-center wrap-anywhere">
                {appUrl}/donnees/programme.csv
              </a>{' '}
              : un tableau (UTF-8, séparé par des points-virgules).
            </li>
            <li>
              <a href="/donnees/programme.json" className="inline-flex min-h-11 max-w-full items-center wrap-anywhere">
                {appUrl}/donnees/programme.json
              </a>{' '}
              : la même chose en JSON, sous la clé <code>seances</code>.
            </li>
          </ul>
          {example && (
            <p>
              Un seul relais : ajoutez <code>?relais={example.slug}</code> pour {example.name}. Les autres :{' '}
              {relais.slice(1).map(({ slug, name }, index) => (
                <span key={slug}>
                  {index > 0 && ', '}
                  <code>{slug}</code> ({name})
                </span>
              ))}
              .
            </p>
          )}
          <p>
            Ces adresses répondent à tout site (CORS), se gardent cinq minutes, et disent par leur ETag si quelque chose
            a changé. Pour un agenda, préférez les liens iCalendar : de tous les relais à l’accueil, d’un relais ou d’un
            lieu sur la page du relais.
          </p>
        </section>
        <Table caption="Ce que contient chaque séance" columns={['Colonne', 'Contenu']}>
          {OPEN_COLUMNS.map(({ name, holds }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{holds}</td>
            </tr>
          ))}
        </Table>
      </div>
    </>
  );
}
