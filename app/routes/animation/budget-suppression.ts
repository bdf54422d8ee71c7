import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { budgetMessage } from '#app/attendance/budget.ts';
import { removeBudgetLine } from '#app/attendance/removeBudgetLine.server.ts';
import { type Flash, saidAt } from '#app/auth/flash.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';

export const loader = () => redirect('/animation/budget');

/** Removes a line that nothing is paid from. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await removeBudgetLine(requireStaff(context, request), { lineId: requireId(params) }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const flash: Flash = outcome.ok
    ? { severity: 'success', text: 'La ligne est supprimée.' }
    : { severity: 'error', text: budgetMessage(outcome.refusal.code) };
  return saidAt('/animation/budget', flash, context);
}
