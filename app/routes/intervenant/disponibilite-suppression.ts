import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { removeAvailability } from '#app/people/removeAvailability.server.ts';

export const loader = () => redirect('/intervenant/disponibilites');

/** Takes back what he said of when he can come. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = await removeAvailability(actor, { availabilityId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return redirect('/intervenant/disponibilites', { status: 303 });
}
