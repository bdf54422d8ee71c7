import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { removeBrowser } from '#app/people/removeBrowser.server.ts';

const PAGE = '/mon-espace/messages';

export const loader = () => redirect(PAGE);

/** That browser hears no more. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const gone = await removeBrowser(requireActor(context, request), { id: requireId(params) });
  if (!gone) throw new Response(null, { status: 404 });
  return redirect(PAGE, { status: 303 });
}
