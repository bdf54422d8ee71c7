import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { introductions } from '#app/people/introductions.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Introductions des e-mails · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const lines = await introductions(requireStaff(context, request));
  if (!lines) throw new Response(null, { status: 404 });
  return { lines };
}

export default function Introductions() {
  const { lines } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/animation/messages" className="inline-flex min-h-11 items-center">
              Messages
            </Link>
          </p>
        }
        title="Introductions des e-mails"
        lead="Quelques mots à vous au-dessus du texte de l’application. Les e-mails confidentiels n’en portent jamais."
      />
      <div className="pt-6">
        <Table caption="Genres d’e-mails" columns={['E-mail', 'Introduction']}>
          {lines.map(({ template, label, text }) => (
            <tr key={template}>
              <th scope="row" className="align-middle">
                <Link
                  to={`/animation/messages/introductions/${template}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {label}
                </Link>
              </th>
              <td className={`align-middle wrap-anywhere ${text === '' ? 'text-soft' : ''}`}>
                {text === '' ? 'Aucune' : text.length > 160 ? `${text.slice(0, 157)}…` : text}
              </td>
            </tr>
          ))}
        </Table>
      </div>
    </>
  );
}
