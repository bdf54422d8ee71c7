import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { proposeExchange } from '#app/training/proposeExchange.server.ts';
import { doneAt } from './form-answer.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/activites/${requireId(params)}/avis`);

/** Makes the draft of an exchange about a training, then leads to its dates. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const outcome = await proposeExchange(actor, { activityId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return doneAt(
    `/animation/activites/${outcome.activityId}/dates`,
    'Le brouillon est prêt : choisissez sa date.',
    context,
  );
}
