import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { deadAddresses } from '#app/people/dead-addresses.server.ts';
import { sentMessagesOf } from '#app/people/sent-messages.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { SentList } from '../sent-list.tsx';
import { DeadAddressNotice } from './dead-address-notice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Messages à ${page?.name ?? 'une professionnelle'} · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await sentMessagesOf(actor, requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  const [dead] = await deadAddresses(actor, context.now(), page.personId);
  return { ...page, dead: dead ?? null };
}

export default function ProfessionnelMessages() {
  const { personId, name, messages, more, dead } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to={`/animation/professionnels/${personId}`} className="inline-flex min-h-11 items-center">
              Fiche de {name}
            </Link>
          </p>
        }
        title={`Messages à ${name}`}
        lead="Ce que l’application lui a envoyé, sans le contenu. L’analyse de pratiques n’y paraît pas."
      />
      <div className="grid gap-5 pt-6">
        {dead && <DeadAddressNotice dead={dead} />}
        {messages.length === 0 ? (
          <Empty sentence="Rien ne lui a encore été envoyé. Les confirmations et rappels de ses inscriptions paraîtront ici." />
        ) : (
          <SentList caption="Messages, le plus récent d’abord" messages={messages} more={more} />
        )}
      </div>
    </>
  );
}
