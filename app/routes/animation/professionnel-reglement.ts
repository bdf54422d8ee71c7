import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { recordPaper } from '#app/people/recordPaper.server.ts';
import { doneAt, errorsOf } from './form-answer.ts';

/** Nothing to see here: back to the file. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  requireStaff(context, request);
  throw redirect(`/animation/professionnels/${requireId(params)}`);
}

/** Notes a règlement signed on paper. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const [personId, reglementId] = [requireId(params), requireId({ id: params.reglementId })];
  const outcome = await recordPaper(actor, { personId, reglementId }, context.now());
  if (!outcome.ok) throw errorsOf(outcome.refusal);
  throw doneAt(`/animation/professionnels/${personId}`, 'Le règlement est noté signé.', context);
}
