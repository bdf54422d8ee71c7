import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { expiryQuery, readExpiryFilters } from '#app/training/expiry-filters.ts';
import { relaisExpiries, type ExpiryLine } from '#app/training/relais-expiries.server.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';
import { ExpiryControls } from './expiry-controls.tsx';

export const meta: MetaFunction = () => [{ title: 'Échéances · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const filters = readExpiryFilters(new URL(request.url).searchParams);
  const found = await relaisExpiries(requireStaff(context, request), filters, context.now());
  if (!found) throw new Response(null, { status: 404 });
  return { filters, found };
}

export default function Echeances() {
  const { filters, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Échéances"
        lead="Les certificats qui finissent, les plus proches d’abord. Ce qui a été renouvelé depuis n’y est plus."
      >
        {found.lines.length > 0 && (
          <div className="flex flex-wrap gap-3 pt-3">
            <LinkButton to={`/animation/echeances.csv${expiryQuery(filters)}`} variant="quiet" plain>
              Exporter (CSV)
            </LinkButton>
            <LinkButton to="/animation/besoins" variant="quiet">
              Voir les besoins
            </LinkButton>
          </div>
        )}
      </PageHeader>
      <div className="grid gap-6 pt-6">
        <ExpiryControls filters={filters} found={found} />
        {found.lines.length === 0 ? (
          <Empty sentence="Rien ne finit dans ce délai. Choisissez un délai plus long, ou un autre relais." />
        ) : (
          <Lines lines={found.lines} />
        )}
        {found.more && (
          <Notice title="Seules les 500 premières échéances sont montrées : choisissez un relais ou un délai." />
        )}
      </div>
    </>
  );
}

const TONES = { EXPIRED: 'font-bold text-danger', SOON: 'font-bold text-warn', HOLDS: '' } as const;

function Lines({ lines }: { lines: readonly ExpiryLine[] }) {
  return (
    <Table
      caption={plural(lines.length, 'échéance', 'échéances')}
      columns={['Personne', 'Certificat', 'Valable jusqu’au', 'La joindre']}
    >
      {lines.map(({ id, personId, name, relais, title, day, delay, state, phone, email }) => (
        <tr key={id}>
          <th scope="row" className="wrap-anywhere min-w-44">
            <Link to={`/animation/professionnels/${personId}/parcours`} className="inline-flex min-h-11 items-center">
              {name}
            </Link>
            <p className="text-soft font-normal">{relais}</p>
          </th>
          <td>{title}</td>
          <td className="min-w-40">
            {day}
            <p className={TONES[state]}>{state === 'EXPIRED' ? `expiré ${delay}` : delay}</p>
          </td>
          <td className="min-w-40">
            {phone === null ? null : <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>}
            {email === null && <p className="text-soft">sans e-mail</p>}
          </td>
        </tr>
      ))}
    </Table>
  );
}
