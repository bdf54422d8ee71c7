import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { leaveFlash } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { revokeFeedToken } from '#app/feeds/revokeFeedToken.server.ts';

const PAGE = '/mon-espace/agenda';

export const loader = () => redirect(PAGE);

/** Ends the link at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  await revokeFeedToken(requireActor(context, request), context.now());
  const flash = leaveFlash({ severity: 'success', text: 'Votre lien d’agenda ne marche plus.' }, context.appUrl);
  return redirect(PAGE, { status: 303, headers: { 'Set-Cookie': flash } });
}
