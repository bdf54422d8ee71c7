import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { leaveFlash } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { revokeSessions } from '#app/auth/revokeSessions.server.ts';
import { isUuid } from '#app/db/uuid.ts';

const PAGE = '/mon-espace';

export const loader = () => redirect(PAGE);

/** Signs out one of her devices; one that is signed out already changes nothing. */
export async function action({ request, params: { id = '' }, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  if (!isUuid(id)) throw new Response(null, { status: 404 });
  await revokeSessions(actor, { only: id }, context.now());
  const flash = leaveFlash({ severity: 'success', text: 'Cet appareil est déconnecté.' }, context.appUrl);
  return redirect(PAGE, { status: 303, headers: { 'Set-Cookie': flash } });
}
