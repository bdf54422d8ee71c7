import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { attestationsPage } from '#app/training/attestations-page.server.ts';
import { issueForActivity } from '../attestations-action.ts';
import { AttestationsView } from '../attestations-view.tsx';

export const meta: MetaFunction = () => [{ title: 'Attestations · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

/** The certificates of a group of analysis: its facilitator issues them (rule 8). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sessionId = new URL(request.url).searchParams.get('seance');
  const asked = { activityId: requireId(params), sessionId };
  const page = await attestationsPage(requireActor(context, request), asked, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const id = requireId(params);
  const given = { request, now: context.now(), appUrl: context.appUrl };
  return issueForActivity(actor, id, `/intervenant/activites/${id}/attestations`, given);
}

export default function Attestations() {
  const page = useLoaderData<typeof loader>();
  const back = { href: '/intervenant', label: 'Mes séances' };
  return <AttestationsView page={page} back={back} errors={useActionData<typeof action>()?.errors ?? {}} />;
}
