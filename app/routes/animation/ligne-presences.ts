import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { plural } from '#app/time/french.ts';
import { settleAttendance } from '#app/training/settleAttendance.server.ts';
import { doneAt } from './form-answer.ts';
import { planErrors } from './plan-answer.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/lignes/${requireId(params)}`);

/** Takes up the sheets of a training that is over: files advance. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const lineId = requireId(params);
  const outcome = await settleAttendance(requireStaff(context, request), { lineId }, context.now());
  const back = `/animation/lignes/${lineId}`;
  if (outcome.ok) {
    const text = `${plural(outcome.present, 'personne présente', 'personnes présentes')} : leurs dossiers avancent.`;
    return doneAt(back, text, context);
  }
  const text = Object.values(planErrors(outcome.refusal)).join(' ');
  return saidAt(back, { severity: 'warn', text }, context);
}
