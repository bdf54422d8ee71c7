import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { chooseContents } from './agenda-deeds.server.ts';

const PAGE = '/mon-espace/agenda';

export const loader = () => redirect(PAGE);

/** Her own dates, or all those of the relais where she works. */
export async function action({ request, context }: ActionFunctionArgs) {
  return chooseContents(requireActor(context, request), { request, context }, PAGE);
}
