import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { deadAddresses } from '#app/people/dead-addresses.server.ts';
import { mayIntroduceMails } from '#app/people/introductions.server.ts';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Messages · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  return { dead: await deadAddresses(actor, context.now()), introduces: mayIntroduceMails(actor) };
}

export default function Messages() {
  const { dead, introduces } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Messages" lead="Ce qui n’arrive pas, pour que quelqu’un téléphone.">
        {introduces && (
          <p className="pt-3">
            <LinkButton to="/animation/messages/introductions" variant="quiet">
              Introductions des e-mails
            </LinkButton>
          </p>
        )}
      </PageHeader>
      <section className="grid gap-4 pt-6" aria-labelledby="muettes">
        <h2 id="muettes">Adresses qui ne répondent plus</h2>
        {dead.length === 0 ? (
          <Empty sentence="Toutes les adresses répondent. Celles qui refusent un e-mail paraîtront ici, avec leur téléphone." />
        ) : (
          <Table
            caption="À appeler, puis à corriger"
            columns={['Personne', 'Téléphone', 'Adresse refusée', 'Depuis', '']}
          >
            {dead.map(({ personId, name, email, phone, since }) => (
              <tr key={personId}>
                <th scope="row" className="wrap-anywhere">
                  <Link to={`/animation/professionnels/${personId}`}>{name}</Link>
                </th>
                <td>{phone === null ? 'aucun' : <ContactLinks phone={phone} email={null} />}</td>
                <td className="wrap-anywhere">{email}</td>
                <td>{since}</td>
                <td>
                  <Link
                    to={`/animation/professionnels/${personId}/modification`}
                    className="inline-flex min-h-11 items-center"
                  >
                    Corriger<span className="sr-only"> l’adresse de {name}</span>
                  </Link>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </section>
    </>
  );
}
