import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { progressInWords } from '#app/training/campaign.ts';
import { campaigns } from '#app/training/campaigns.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';
import { ProgressBar } from './progress-bar.tsx';

export const meta: MetaFunction = () => [{ title: 'Campagnes de besoins · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const lines = await campaigns(requireStaff(context, request), context.now());
  if (!lines) throw new Response(null, { status: 404 });
  return { lines };
}

export default function Campagnes() {
  const { lines } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <Link to="/animation/besoins" className="inline-flex min-h-11 items-center">
            Besoins de formation
          </Link>
        }
        title="Campagnes de besoins"
        lead="Un message à toutes, un lien personnel, deux minutes pour répondre."
      >
        <div className="pt-3">
          <LinkButton to="/animation/besoins/campagnes/nouvelle">Nouvelle campagne</LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-6 pt-6">
        {lines.length === 0 ? (
          <Empty sentence="Aucune campagne pour l’instant. Lancez-en une avant de préparer le plan de l’année : chacune dit ce dont elle a besoin." />
        ) : (
          <Table caption="Campagnes, la plus récente d’abord" columns={['Relais', 'Du', 'Jusqu’au', 'Réponses']}>
            {lines.map(({ id, relais, started, closes, open, answered, invited }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/animation/besoins/campagnes/${id}`} className="inline-flex min-h-11 items-center">
                    {relais}
                    <span className="sr-only">, campagne du {started}</span>
                  </Link>
                </th>
                <td>{started}</td>
                <td>
                  {closes}
                  <span className="text-soft block">{open ? 'ouverte' : 'finie'}</span>
                </td>
                <td className="min-w-44">
                  {progressInWords(answered, invited)}
                  <ProgressBar done={answered} of={invited} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}
