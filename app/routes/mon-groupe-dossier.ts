import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { showInRecord } from '#app/enrollment/showInRecord.server.ts';

export const loader = () => redirect('/mon-espace/groupes');

/** Does her own record show this group? */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const shown = textOf(await readForm(request), 'montrer') === 'oui';
  const outcome = await showInRecord(actor, { membershipId: requireId(params), shown });
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return redirect('/mon-espace/groupes', 303);
}
