import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { inviteToExchange } from '#app/training/inviteToExchange.server.ts';
import { plural } from '#app/time/french.ts';
import { doneAt } from './form-answer.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/activites/${requireId(params)}/avis`);

/** Invites to the exchange those who followed the training, once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const activityId = requireId(params);
  const outcome = await inviteToExchange(requireStaff(context, request), { activityId }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const sentence = !outcome.ok
    ? 'Rien n’est parti : aucune date publiée où elles puissent s’inscrire, ou personne n’a d’e-mail.'
    : outcome.again
      ? 'Elles étaient déjà invitées.'
      : `${plural(outcome.invited, 'personne invitée', 'personnes invitées')}.`;
  return doneAt(`/animation/activites/${activityId}/avis`, sentence, context);
}
