import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { withdrawNeed } from '#app/training/withdrawNeed.server.ts';

export const loader = () => redirect('/animation/besoins');

/** Takes a need back for someone of the relais. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await withdrawNeed(requireStaff(context, request), { needId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return saidAt('/animation/besoins', { severity: 'success', text: 'Ce besoin est retiré.' }, context);
}
