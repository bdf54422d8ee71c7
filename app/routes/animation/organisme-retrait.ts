import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { retireOrganisation } from '#app/training/retireOrganisation.server.ts';
import { doneAt } from './form-answer.ts';

export const loader = () => redirect('/animation/organismes');

/** Proposes a provider no more. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const organisationId = requireId(params);
  const outcome = await retireOrganisation(requireStaff(context, request), { organisationId }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return doneAt('/animation/organismes', 'Cet organisme n’est plus proposé.', context);
}
