import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { retireMaterial } from '#app/catalog/retireMaterial.server.ts';
import { doneAt } from './form-answer.ts';

export const loader = () => redirect('/animation/activites');

/** Takes a document away. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await retireMaterial(
    requireStaff(context, request),
    { materialId: requireId(params) },
    context.now(),
  );
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return doneAt(`/animation/activites/${outcome.activityId}/documents`, 'Le document est retiré.', context);
}
