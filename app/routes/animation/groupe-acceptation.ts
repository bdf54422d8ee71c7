import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { answerApplication } from '#app/enrollment/answerApplication.server.ts';
import { membershipMessage } from '#app/enrollment/membership-answers.ts';
import { doneAt } from './form-answer.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/groupes/${params.id}`);

/** Gives a place for the whole cycle, or a rank when the group is full. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const input = { cohortId: params.id ?? '', membershipId: params.membershipId ?? '', answer: 'accept' as const };
  const outcome = await answerApplication(actor, input, context.now());
  const back = `/animation/groupes/${params.id}`;
  if (outcome.ok)
    return doneAt(
      back,
      outcome.state === 'WAITING' ? 'Le groupe est complet : elle attend.' : 'Elle est dans le groupe.',
      context,
    );
  if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return saidAt(back, { severity: 'error', text: membershipMessage(outcome.refusal) }, context);
}
