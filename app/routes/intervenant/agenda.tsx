import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { myFeed } from '#app/feeds/my-feed.server.ts';
import { MyFeedPanel } from '#app/feeds/my-feed-panel.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { newLink } from '../agenda-deeds.server.ts';

export const meta: MetaFunction = () => [{ title: 'Mon agenda · Ribambelle' }];

/** The page may hold a link that opens an agenda: no copy is kept, anywhere. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  if (actor.intervenantId === null) throw new Response(null, { status: 404 });
  return myFeed(actor, context.now());
}

/** Makes a link, or another one: the former dies. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  if (actor.intervenantId === null) throw new Response(null, { status: 404 });
  return newLink(actor, { request, context });
}

export default function Agenda() {
  const page = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Mon agenda"
        lead="Vos interventions dans tous les relais, même d’autres gestionnaires, s’ils connaissent la même adresse e-mail. Les propositions y sont « provisoires » jusqu’à votre réponse."
        chain
      />
      <MyFeedPanel page={page} url={made?.url ?? null} path="/intervenant/agenda" />
    </>
  );
}
