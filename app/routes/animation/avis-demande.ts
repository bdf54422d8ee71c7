import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { askFeedback } from '#app/training/askFeedback.server.ts';
import { plural } from '#app/time/french.ts';
import { doneAt } from './form-answer.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/activites/${requireId(params)}/avis`);

/** Asks those who came what they thought of it, each once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const activityId = requireId(params);
  const outcome = await askFeedback(requireStaff(context, request), { activityId }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const sentence = outcome.ok
    ? `${plural(outcome.asked, 'personne interrogée', 'personnes interrogées')}.`
    : 'Rien n’est parti : la formation n’est pas finie, ou la feuille ne dit pas encore qui est venu.';
  return doneAt(`/animation/activites/${activityId}/avis`, sentence, context);
}
