import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { retireChild } from '#app/people/retireChild.server.ts';

const PAGE = '/mon-espace/enfants';

export const loader = () => redirect(PAGE);

/** Takes a child off her list. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = await retireChild(actor, { childId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  const text = 'Cet enfant n’est plus dans votre liste. Vos inscriptions ne changent pas.';
  return saidAt(PAGE, { severity: 'success', text }, context);
}
