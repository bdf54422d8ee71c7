import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { safeReturn } from '#app/auth/safe-return.ts';
import { markTold } from '#app/enrollment/markTold.server.ts';

const LIST = '/animation/a-prevenir';

export const loader = () => redirect(LIST);

/** Someone was told by telephone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const outcome = await markTold(actor, { toTellId: requireId(params) }, context.now());
  if (outcome.outcome === 'notFound') throw new Response(null, { status: 404 });
  const back = safeReturn(textOf(await readForm(request), 'retour')) ?? LIST;
  return saidAt(back, { severity: 'success', text: `${outcome.name} est prévenue.` }, context);
}
