import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { removeFromLine } from '#app/training/removeFromLine.server.ts';
import { doneAt } from './form-answer.ts';
import { planErrors } from './plan-answer.ts';

export const loader = () => redirect('/animation/plans');

/** Takes someone out of a line that was not proposed yet. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await removeFromLine(requireStaff(context, request), { fileId: requireId(params) }, context.now());
  if (outcome.ok)
    return doneAt(
      `/animation/lignes/${outcome.lineId}`,
      'Elle n’est plus dans le groupe. Son besoin est libre.',
      context,
    );
  throw new Response(Object.values(planErrors(outcome.refusal)).join(' '), { status: 409 });
}
