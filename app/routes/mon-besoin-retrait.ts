import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { withdrawNeed } from '#app/training/withdrawNeed.server.ts';

const PAGE = '/mon-espace/besoins';

export const loader = () => redirect(PAGE);

/** Takes a need back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = await withdrawNeed(actor, { needId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return saidAt(PAGE, { severity: 'success', text: 'Ce besoin est retiré.' }, context);
}
