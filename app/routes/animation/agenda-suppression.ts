import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { endLink } from '../agenda-deeds.server.ts';

const PAGE = '/animation/agenda';

export const loader = () => redirect(PAGE);

/** Ends the link at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  return endLink(requireStaff(context, request), { request, context }, PAGE);
}
