import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { deadAddresses, type DeadAddress } from '#app/people/dead-addresses.server.ts';
import { deadNumbers, type DeadNumber } from '#app/people/dead-numbers.server.ts';
import { mayIntroduceMails } from '#app/people/introductions.server.ts';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Messages · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const [dead, numbers] = [await deadAddresses(actor, context.now()), await deadNumbers(actor, context.now())];
  return { dead, numbers, introduces: mayIntroduceMails(actor) };
}

export default function Messages() {
  const { dead, numbers, introduces } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Messages" lead="Ce qui n’arrive plus : appelez, puis corrigez l’adresse ou le numéro.">
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
          <ul className="grid gap-4 lg:grid-cols-2">
            {dead.map((one) => (
              <DeadCard key={one.personId} dead={one} />
            ))}
          </ul>
        )}
      </section>
      {numbers.length > 0 && (
        <section className="grid gap-4 pt-8" aria-labelledby="numeros">
          <h2 id="numeros">Numéros qui refusent les SMS</h2>
          <ul className="grid gap-4 lg:grid-cols-2">
            {numbers.map((one) => (
              <DeadNumberCard key={one.personId} dead={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function DeadNumberCard({ dead: { phone, byMail, since, ...whose } }: { dead: DeadNumber }) {
  return (
    <DeadEnd whose={whose} what="son numéro" contact={<ContactLinks phone={phone} email={null} />}>
      Dernier SMS refusé : {lower(since)}
      <br />
      {byMail ? 'Le message est parti par e-mail.' : 'Elle n’a pas d’e-mail : le message ne lui est pas parvenu.'}
    </DeadEnd>
  );
}

function DeadCard({ dead: { email, phone, since, ...whose } }: { dead: DeadAddress }) {
  const contact = phone === null ? <p>Pas de téléphone dans sa fiche.</p> : <ContactLinks phone={phone} email={null} />;
  return (
    <DeadEnd whose={whose} what="son adresse" contact={contact}>
      {email}
      <br />
      Dernier envoi refusé : {lower(since)}
    </DeadEnd>
  );
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

type DeadEndProps = {
  whose: { personId: string; name: string };
  /** "son adresse" */
  what: string;
  contact: ReactNode;
  children: ReactNode;
};

/** What no longer reaches someone: how to reach her all the same, and where it is mended. */
function DeadEnd({ whose: { personId, name }, what, contact, children }: DeadEndProps) {
  const file = `/animation/professionnels/${personId}`;
  return (
    <li className="panel grid content-start gap-1">
      <h3 className="wrap-anywhere">
        <Link to={file}>{name}</Link>
      </h3>
      {contact}
      <p className="text-soft wrap-anywhere">{children}</p>
      <p>
        <Link to={`${file}/modification`} className="inline-flex min-h-11 items-center font-bold">
          Corriger {what}
          <span className="sr-only"> : {name}</span>
        </Link>
      </p>
    </li>
  );
}
