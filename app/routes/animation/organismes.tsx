import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { organisations } from '#app/training/organisations.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TriangleAlert } from '#app/ui/icons.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Organismes de formation · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await organisations(requireStaff(context, request), context.now());
  if (!found) throw new Response(null, { status: 404 });
  return { found };
}

export default function Organismes() {
  const { found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={<BackTo to="/animation/plans" name="Plan de formation" />}
        title="Organismes de formation"
        lead="Qui forme, avec sa certification Qualiopi : sans elle, un financeur refuse."
      >
        <div className="pt-3">
          <LinkButton to="/animation/organismes/nouveau">Nouvel organisme</LinkButton>
        </div>
      </PageHeader>
      <div className="pt-6">
        {found.length === 0 ? (
          <Empty sentence="Aucun organisme encore. Ajoutez celui avec qui vous formez le plus souvent." />
        ) : (
          <Table caption="Les organismes, de A à Z" columns={['Nom', 'Qualiopi', 'Contact', 'Formations']}>
            {found.map(({ id, name, qualiopiNumber, qualiopi, expired, contact, phone, email, lines }) => (
              <tr key={id}>
                <th scope="row" className="max-w-80 break-words">
                  <Link to={`/animation/organismes/${id}`} className="inline-flex min-h-11 items-center">
                    {name}
                  </Link>
                </th>
                <td>
                  {qualiopiNumber ?? 'numéro à demander'}
                  {qualiopi !== null && (
                    <p className={expired ? 'flex gap-1 font-bold text-warn' : 'text-soft'}>
                      {expired && <TriangleAlert size={18} className="flex-none" />}
                      {expired ? `expirée : ${qualiopi}` : qualiopi}
                    </p>
                  )}
                </td>
                <td className="max-w-72 break-words">{[contact, phone, email].filter(Boolean).join(' · ')}</td>
                <td>{lines}</td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}
