import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { proposedTerms } from '#app/attendance/proposed-terms.server.ts';
import { requireProposed } from '#app/auth/requireProposed.server.ts';
import { bearerHeaders } from '#app/auth/requireBearer.server.ts';
import { ProposalPage } from '#app/catalog/proposal-page.tsx';
import { proposalBatch } from '#app/catalog/proposals.server.ts';
import { answered } from './proposal-action.ts';

export const meta: MetaFunction = () => [{ title: 'Décliner une proposition · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows what is asked and answers nothing: mail scanners open links too. */
export async function loader({ params, context: { now } }: LoaderFunctionArgs) {
  const batch = await proposalBatch({ asked: requireProposed(params.token) }, now());
  if (!batch) throw new Response(null, { status: 404 });
  const here = `/propositions/${params.token}`;
  return { batch, terms: await proposedTerms(batch), acceptance: `${here}/acceptation`, refusal: `${here}/refus` };
}

/** Declines the dates ticked; the page then shows where each date stands. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const refused = await answered(request, requireProposed(params.token), 'DECLINED', now());
  if (refused !== null) return refused;
  throw redirect(new URL(request.url).pathname, { status: 303 });
}

export default function PropositionRefus() {
  return <ProposalPage {...useLoaderData<typeof loader>()} deed="DECLINED" refused={useActionData<typeof action>()} />;
}
