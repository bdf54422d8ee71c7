import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { proposedTerms } from '#app/attendance/proposed-terms.server.ts';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { BackToInterventions, ProposalPage } from '#app/catalog/proposal-page.tsx';
import { proposalBatch } from '#app/catalog/proposals.server.ts';
import { answered } from '../proposal-action.ts';

export const meta: MetaFunction = () => [{ title: 'Décliner une proposition · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const assignmentId = requireId(params);
  const batch = await proposalBatch({ actor, assignmentId }, context.now());
  if (!batch) throw new Response(null, { status: 404 });
  const here = `/intervenant/propositions/${assignmentId}`;
  return { batch, terms: await proposedTerms(batch), acceptance: `${here}/acceptation`, refusal: `${here}/refus` };
}

/** Declines the dates ticked, and leads back to his dates. */
export async function action({ request, context }: ActionFunctionArgs) {
  const refused = await answered(request, requireActor(context, request), 'DECLINED', context.now());
  if (refused !== null) return refused;
  throw saidAt(
    '/intervenant',
    { severity: 'success', text: 'Votre réponse est enregistrée, le relais en est prévenu.' },
    context,
  );
}

export default function PropositionRefus() {
  return (
    <ProposalPage {...useLoaderData<typeof loader>()} deed="DECLINED" refused={useActionData<typeof action>()}>
      <BackToInterventions />
    </ProposalPage>
  );
}
