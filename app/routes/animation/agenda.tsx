import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { myFeed } from '#app/feeds/my-feed.server.ts';
import { MyFeedPanel } from '#app/feeds/my-feed-panel.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { newLink } from '../agenda-deeds.server.ts';

export const meta: MetaFunction = () => [{ title: 'Mon agenda · Ribambelle' }];

/** The page may hold a link that opens an agenda: no copy is kept, anywhere. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return myFeed(requireStaff(context, request), context.now());
}

/** Makes a link, or another one: the former dies. */
export async function action({ request, context }: ActionFunctionArgs) {
  return newLink(requireStaff(context, request), { request, context });
}

export default function Agenda() {
  const page = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Mon agenda"
        lead="Les séances dans l’agenda de votre téléphone ou de votre ordinateur : où, comment entrer, et le chemin de la séance. Aucun nom n’y figure."
      />
      <MyFeedPanel page={page} url={made?.url ?? null} path="/animation/agenda" />
    </>
  );
}
