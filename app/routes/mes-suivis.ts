import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { type Flash, saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { kindOfSlug } from '#app/catalog/kinds.ts';
import { addFollow } from '#app/people/addFollow.server.ts';
import { followForm } from '#app/people/messages-form.schema.server.ts';
import { followMessage } from '#app/people/messages-words.ts';

const PAGE = '/mon-espace/messages';

export const loader = () => redirect(PAGE);

/** Follows what is new of a kind, a relais, a place. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const parsed = followForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { type, relais: relaisId, lieu: siteId } = parsed.data;
  const outcome = await addFollow(actor, { kind: kindOfSlug(type), relaisId, siteId }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const said = 'C’est suivi : vous recevrez les nouveautés le lundi.';
  const flash: Flash = outcome.ok
    ? { severity: 'success', text: said }
    : { severity: 'error', text: followMessage(outcome.refusal) };
  return saidAt(PAGE, flash, context);
}
