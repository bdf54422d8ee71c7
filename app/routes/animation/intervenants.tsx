import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { intervenants, type IntervenantRow } from '#app/attendance/intervenants.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { capital, plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Intervenant·es · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const words = new URL(request.url).searchParams.get('q') ?? '';
  const rows = await intervenants(actor, { words }, context.now());
  if (!rows) throw new Response(null, { status: 404 });
  return { rows, words, mayAdd: maySomewhere(actor, 'session.plan') };
}

export default function Intervenants() {
  const { rows, words, mayAdd } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Intervenant·es"
        lead="Psychologues, musiciens, formateurs : leurs dates, leurs réponses, ce qui reste à payer."
      />
      <div className="grid gap-6 pt-6">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <Form className="flex flex-wrap items-end gap-3" role="search">
            <Field id="q" label="Nom ou profession">
              {(control) => <input {...control} key={words} type="search" name="q" defaultValue={words} />}
            </Field>
            <Button variant="quiet">Chercher</Button>
          </Form>
          <div className="flex flex-wrap gap-3">
            {mayAdd && <LinkButton to="/animation/intervenants/nouveau">Ajouter</LinkButton>}
            <LinkButton to="/animation/budget" variant="quiet">
              Budget
            </LinkButton>
          </div>
        </div>
        {rows.length === 0 ? (
          <Empty
            sentence={
              words === ''
                ? 'Aucun intervenant pour le moment. Ajoutez la première personne que vous faites venir.'
                : `Personne ne correspond à « ${words} ».`
            }
          />
        ) : (
          <Table caption={plural(rows.length, 'personne', 'personnes')} columns={COLUMNS}>
            {rows.map((row) => (
              <Row key={row.personId} row={row} />
            ))}
          </Table>
        )}
      </div>
    </>
  );
}

const COLUMNS = ['Nom', 'Contact', 'Prochaine date', 'Dernière', 'Réponses', 'Paiement'];

function Row({ row }: { row: IntervenantRow }) {
  const { personId, name, profession, organisation, email, phone, next, last } = row;
  return (
    <tr>
      <th scope="row" className="wrap-anywhere">
        <Link to={`/animation/intervenants/${personId}`}>{name}</Link>
        <br />
        <span className="text-soft font-normal">{[capital(profession), organisation].filter(Boolean).join(', ')}</span>
      </th>
      <td className="min-w-56 wrap-anywhere">
        {phone ?? ''}
        {phone !== null && email !== null && <br />}
        {email ?? (phone === null ? 'inconnu' : '')}
      </td>
      <td className="whitespace-nowrap">{next ?? '–'}</td>
      <td className="whitespace-nowrap">{last ?? '–'}</td>
      <td>{answersOf(row)}</td>
      <td>{moneyOf(row)}</td>
    </tr>
  );
}

function answersOf({ waiting, declined }: IntervenantRow): string {
  const parts = [
    ...(waiting > 0 ? [plural(waiting, 'sans réponse', 'sans réponse')] : []),
    ...(declined > 0 ? [plural(declined, 'déclinée', 'déclinées')] : []),
  ];
  return parts.join(', ') || '–';
}

function moneyOf({ toConfirm, toInvoice, toPay }: IntervenantRow): string {
  const parts = [
    ...(toConfirm > 0 ? [`${toConfirm} à confirmer`] : []),
    ...(toInvoice > 0 ? [`${toInvoice} à facturer`] : []),
    ...(toPay > 0 ? [`${toPay} à payer`] : []),
  ];
  return parts.join(', ') || '–';
}
