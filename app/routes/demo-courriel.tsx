import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { demoMail } from '#app/mail/mails.server.ts';
import type { TextPart } from '#app/mail/plain-text.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.mail.subject ?? 'Courriel'} · Ribambelle` },
];

/** One mail as its recipient would read it: only in the demo. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const mail = context.demo ? await demoMail(params.id ?? '') : null;
  if (mail === null) throw new Response(null, { status: 404 });
  return { id: params.id ?? '', mail };
}

export default function DemoCourriel() {
  const { id, mail } = useLoaderData<typeof loader>();
  const { subject, to, at, text, html, hasInvitation } = mail;
  return (
    <>
      <PageHeader title={subject} above={<a href="/demo/courriels">Tous les courriels</a>} />
      <div className="py-4">
        <Facts
          facts={[
            { name: 'Pour', value: to },
            { name: 'Date', value: at },
          ]}
        />
      </div>
      {hasInvitation && (
        <p className="pb-4">
          <LinkButton plain variant="quiet" to={`/demo/courriels/${id}/seance.ics`}>
            Pièce jointe : seance.ics
          </LinkButton>
        </p>
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        <section aria-labelledby="texte">
          <h2 id="texte">En texte</h2>
          <PlainText parts={text} />
        </section>
        {html !== null && (
          <section aria-labelledby="mise-en-page">
            <h2 id="mise-en-page">Mis en page</h2>
            <iframe
              title={`Le courriel mis en page : ${subject}`}
              srcDoc={html}
              sandbox="allow-top-navigation-by-user-activation"
              className="border-line mt-2 h-[48rem] w-full rounded-xl border bg-white"
            />
          </section>
        )}
      </div>
    </>
  );
}

function PlainText({ parts }: { parts: TextPart[] }) {
  return (
    <div className="bg-card border-line mt-2 rounded-xl border p-4 wrap-anywhere whitespace-pre-wrap">
      {parts.map(({ words, href }, index) =>
        href === null ? (
          words
        ) : (
          <a key={index} href={href}>
            {words}
          </a>
        ),
      )}
    </div>
  );
}
