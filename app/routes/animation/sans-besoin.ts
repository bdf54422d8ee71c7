import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { noteNoNeed } from '#app/training/noteNoNeed.server.ts';
import { doneAt } from './form-answer.ts';

export const loader = () => redirect('/animation/besoins/campagnes');

/** Notes that someone who was telephoned needs nothing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await noteNoNeed(requireStaff(context, request), { inviteId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return doneAt(`/animation/besoins/campagnes/${outcome.campaignId}`, 'C’est noté : pas de besoin.', context);
}
