import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { endLink } from './agenda-deeds.server.ts';

const PAGE = '/mon-espace/agenda';

export const loader = () => redirect(PAGE);

/** Ends the link at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  return endLink(requireActor(context, request), { request, context }, PAGE);
}
