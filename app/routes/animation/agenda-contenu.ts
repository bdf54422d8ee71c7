import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { chooseContents } from '../agenda-deeds.server.ts';

const PAGE = '/animation/agenda';

export const loader = () => redirect(PAGE);

/** Her own dates, or all those of her relais. */
export async function action({ request, context }: ActionFunctionArgs) {
  return chooseContents(requireStaff(context, request), { request, context }, PAGE);
}
