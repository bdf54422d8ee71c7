import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { safeReturn } from '#app/auth/safe-return.ts';
import { unmarkTold } from '#app/enrollment/unmarkTold.server.ts';

const LIST = '/animation/a-prevenir';

export const loader = () => redirect(LIST);

/** She was not told after all. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const outcome = await unmarkTold(actor, { toTellId: requireId(params) }, context.now());
  if (outcome.outcome === 'notFound') throw new Response(null, { status: 404 });
  const back = safeReturn(textOf(await readForm(request), 'retour')) ?? LIST;
  return saidAt(back, { severity: 'success', text: `${outcome.name} est de nouveau à prévenir.` }, context);
}
