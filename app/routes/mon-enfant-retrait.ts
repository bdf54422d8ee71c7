import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { leaveFlash } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { retireChild } from '#app/people/retireChild.server.ts';

const PAGE = '/mon-espace/enfants';

export const loader = () => redirect(PAGE);

/** Takes a child off her list. */
export async function action({ request, params: { id = '' }, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = isUuid(id) ? await retireChild(actor, { childId: id }, context.now()) : { ok: false };
  if (!outcome.ok) throw new Response(null, { status: 404 });
  const text = 'Cet enfant n’est plus dans votre liste. Vos inscriptions ne changent pas.';
  const flash = leaveFlash({ severity: 'success', text }, context.appUrl);
  return redirect(PAGE, { status: 303, headers: { 'Set-Cookie': flash } });
}
