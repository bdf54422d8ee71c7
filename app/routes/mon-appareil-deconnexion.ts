import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { revokeSessions } from '#app/auth/revokeSessions.server.ts';

const PAGE = '/mon-espace';

export const loader = () => redirect(PAGE);

/** Signs out one of her devices; one that is signed out already changes nothing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const id = requireId(params);
  await revokeSessions(actor, { only: id }, context.now());
  return saidAt(PAGE, { severity: 'success', text: 'Cet appareil est déconnecté.' }, context);
}
