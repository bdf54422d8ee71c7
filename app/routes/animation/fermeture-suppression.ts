import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { removeClosure } from '#app/people/removeClosure.server.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/fermetures/${requireId(params)}`);

/** Lifts a closure. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const outcome = await removeClosure(actor, { closureId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return saidAt('/animation/fermetures', { severity: 'success', text: 'C’est supprimé.' }, context);
}
