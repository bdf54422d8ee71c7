import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { absencePage, type AbsencePage } from '#app/enrollment/absence-pages.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Absences et remplacements · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await absencePage(requireStaff(context, request), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export default function Absences() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Absences et remplacements"
        lead="Qui est absente, qui remplace qui, et ce que personne n’anime encore."
      />
      <div className="grid gap-8 pt-6">
        <Away away={page.away} />
        <Without rows={page.without} />
        <Replacements rows={page.replacements} />
        <p>
          <LinkButton to="/animation/fermetures" variant="quiet">
            Toutes les fermetures
          </LinkButton>
        </p>
      </div>
    </>
  );
}

const None = ({ words }: { words: string }) => <p className="text-soft">{words}</p>;

function Away({ away }: { away: AbsencePage['away'] }) {
  if (away.length === 0) return <None words="Personne n’est noté absent." />;
  return (
    <Table caption="Absences en cours et à venir" columns={['Qui', 'Quand', 'Séances encore à régler']}>
      {away.map(({ closure, hits }) => {
        const left = hits.filter(({ kept }) => !kept).length;
        return (
          <tr key={closure.id}>
            <th scope="row">
              <Link to={`/animation/fermetures/${closure.id}`}>{closure.name}</Link>
            </th>
            <td>{closure.days}</td>
            <td>{left === 0 ? 'aucune' : <b>{plural(left, 'séance', 'séances')}</b>}</td>
          </tr>
        );
      })}
    </Table>
  );
}

function Without({ rows }: { rows: AbsencePage['without'] }) {
  if (rows.length === 0) return <None words="Chaque séance à venir a quelqu’un pour l’animer." />;
  return (
    <Table caption="Séances que personne n’anime" columns={['Séance', 'Quand', 'Relais', 'Qui ?']}>
      {rows.map(({ sessionId, title, when, relais, hers, draft }) => (
        <tr key={sessionId}>
          <th scope="row">
            {title}
            {draft && <span className="text-soft"> (brouillon)</span>}
          </th>
          <td>{when}</td>
          <td>{relais}</td>
          <td>
            {hers && (
              <LinkButton
                to={`/animation/seances/${sessionId}/remplacement?retour=/animation/absences`}
                variant="quiet"
              >
                Confier<span className="sr-only"> : {`${title}, ${when}`}</span>
              </LinkButton>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Replacements({ rows }: { rows: AbsencePage['replacements'] }) {
  if (rows.length === 0) return <None words="Aucun remplacement prévu." />;
  return (
    <Table
      caption="Remplacements à venir"
      columns={['Séance', 'Quand', 'Relais', 'Anime', 'À la place de', 'Décidé par']}
    >
      {rows.map(({ sessionId, title, when, relais, replacement, absent, by }) => (
        <tr key={`${sessionId}${replacement}`}>
          <th scope="row">
            <Link to={`/animation/seances/${sessionId}`}>{title}</Link>
          </th>
          <td>{when}</td>
          <td>{relais}</td>
          <td>{replacement}</td>
          <td>{absent ?? 'personne'}</td>
          <td>{by ?? ''}</td>
        </tr>
      ))}
    </Table>
  );
}
