import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { answerApplication } from '#app/enrollment/answerApplication.server.ts';
import { membershipMessage } from '#app/enrollment/membership-answers.ts';
import { doneAt } from './form-answer.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/groupes/${params.id}`);

/** Refuses an application; no reason is asked nor kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const input = { cohortId: params.id ?? '', membershipId: params.membershipId ?? '', answer: 'refuse' as const };
  const outcome = await answerApplication(actor, input, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const text = outcome.ok ? 'La réponse est envoyée.' : membershipMessage(outcome.refusal);
  return doneAt(`/animation/groupes/${params.id}`, text, context);
}
