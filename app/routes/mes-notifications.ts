import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { addBrowser } from '#app/people/addBrowser.server.ts';
import { browserForm } from '#app/people/messages-form.schema.server.ts';

const PAGE = '/mon-espace/messages';

export const loader = () => redirect(PAGE);

/** This browser accepts notices. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const parsed = browserForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const outcome = await addBrowser(actor, parsed.data, context.now());
  if (!outcome.ok) throw new Response(null, { status: outcome.refusal.code === 'NOT_FOUND' ? 404 : 409 });
  return redirect(PAGE, { status: 303 });
}
