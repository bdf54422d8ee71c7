import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { type DemoMailLine, demoMailbox } from '#app/mail/mails.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Courriels de la démonstration · Ribambelle' }];

const waiting: Record<DemoMailLine['state'], string> = {
  QUEUED: 'En cours d’envoi',
  SENDING: 'En cours d’envoi',
  SENT: 'Parti par le serveur de courriel',
  FAILED: 'Refusé par le serveur de courriel',
};

/** Every mail the demo has sent: only in the demo. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!context.demo) throw new Response(null, { status: 404 });
  const to = new URL(request.url).searchParams.get('pour')?.trim() ?? '';
  return { to, mails: await demoMailbox({ limit: 50, to }) };
}

export default function DemoCourriels() {
  const { to, mails } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Courriels de la démonstration"
        lead="Rien n’est envoyé : les messages que recevraient les personnes sont ici, les plus récents d’abord."
      />
      <form method="get" className="flex flex-wrap items-end gap-3 pt-4">
        <Field id="pour" label="Destinataire" hint="Quelques lettres de son adresse">
          {(control) => <input name="pour" type="search" defaultValue={to} {...control} />}
        </Field>
        <Button variant="quiet">Filtrer</Button>
      </form>
      {mails.length === 0 ? (
        <Empty sentence={to === '' ? 'Aucun courriel pour l’instant.' : 'Aucun courriel pour ce destinataire.'}>
          <a href={to === '' ? '/activites' : '/demo/courriels'}>
            {to === '' ? 'Inscrivez-vous à une séance' : 'Voir tous les courriels'}
          </a>
        </Empty>
      ) : (
        <ul className="divide-line mt-6 grid divide-y">
          {mails.map((mail) => (
            <MailLine key={mail.id} {...mail} />
          ))}
        </ul>
      )}
    </>
  );
}

function MailLine({ id, subject, to, at, state }: DemoMailLine) {
  return (
    <li className="py-3">
      {subject === null ? (
        <span className="inline-flex min-h-11 items-center">{waiting[state]}</span>
      ) : (
        <a href={`/demo/courriels/${id}`} className="inline-flex min-h-11 items-center font-bold wrap-anywhere">
          {subject}
        </a>
      )}
      <p className="wrap-anywhere text-soft">
        {at} · {to}
      </p>
    </li>
  );
}
