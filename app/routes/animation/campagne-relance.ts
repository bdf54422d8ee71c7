import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { campaignMessage } from '#app/training/campaign.ts';
import { remindCampaign } from '#app/training/remindCampaign.server.ts';
import { doneAt } from './form-answer.ts';

export const loader = () => redirect('/animation/besoins/campagnes');

/** Writes once more to those who have not answered. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const campaignId = requireId(params);
  const page = `/animation/besoins/campagnes/${campaignId}`;
  const outcome = await remindCampaign(requireStaff(context, request), { campaignId }, context.now());
  if (outcome.ok) return doneAt(page, outcome.again ? 'La relance était déjà partie.' : 'La relance part.', context);
  if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return saidAt(page, { severity: 'warn', text: campaignMessage(outcome.refusal) }, context);
}
