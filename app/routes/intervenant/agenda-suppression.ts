import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { endLink } from '../agenda-deeds.server.ts';

const PAGE = '/intervenant/agenda';

export const loader = () => redirect(PAGE);

/** Ends the link at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  if (actor.intervenantId === null) throw new Response(null, { status: 404 });
  return endLink(actor, { request, context }, PAGE);
}
