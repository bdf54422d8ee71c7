import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { attestationsPage } from '#app/training/attestations-page.server.ts';
import { AttestationsView } from '../attestations-view.tsx';
import { issueForActivity } from '../attestations-action.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Attestations : ${page?.title ?? 'activité'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sessionId = new URL(request.url).searchParams.get('seance');
  const asked = { activityId: requireId(params), sessionId };
  const page = await attestationsPage(requireStaff(context, request), asked, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Issues the certificates of those ticked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const id = requireId(params);
  const given = { request, now: context.now(), appUrl: context.appUrl };
  return issueForActivity(actor, id, `/animation/activites/${id}/attestations`, given);
}

export default function ActiviteAttestations() {
  const page = useLoaderData<typeof loader>();
  const back = { href: `/animation/activites/${page.id}`, label: page.title };
  return <AttestationsView page={page} back={back} errors={useActionData<typeof action>()?.errors ?? {}} />;
}
