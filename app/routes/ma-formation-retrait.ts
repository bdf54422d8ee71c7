import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { withdrawTraining } from '#app/training/withdrawTraining.server.ts';

const PAGE = '/mon-espace/parcours';

export const loader = () => redirect(PAGE);

/** Takes a declared training back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = await withdrawTraining(actor, { trainingId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return saidAt(PAGE, { severity: 'success', text: 'Cette formation est retirée.' }, context);
}
