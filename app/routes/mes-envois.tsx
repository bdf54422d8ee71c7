import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { mySentMessages } from '#app/people/sent-messages.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { SentCards } from './sent-list.tsx';

export const meta: MetaFunction = () => [{ title: 'Messages reçus · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await mySentMessages(requireActor(context, request), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { messages: page.messages, more: page.more };
}

export default function MesEnvois() {
  const { messages, more } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/mon-espace/messages" className="inline-flex min-h-11 items-center">
              Mes messages
            </Link>
          </p>
        }
        title="Messages reçus"
        lead="Ce que le relais vous a envoyé, sans le contenu."
        chain
      />
      <div className="pt-6">
        {messages.length === 0 ? (
          <Empty sentence="Aucun message ne vous a encore été envoyé.">
            <LinkButton to="/mon-espace/messages" variant="quiet">
              Choisir ce que je reçois
            </LinkButton>
          </Empty>
        ) : (
          <SentCards messages={messages} more={more} />
        )}
      </div>
    </>
  );
}
