import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { stopMessages } from '#app/people/stopMessages.server.ts';
import { stopOfToken } from '#app/people/stopped-messages.server.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/messages/${params.token ?? ''}/arret`);

/** Takes up again what the same link stopped. */
export async function action({ params, context: { now } }: ActionFunctionArgs) {
  const stop = stopOfToken(params.token);
  if (!stop || !(await stopMessages(stop, true, now()))) throw new Response(null, { status: 404 });
  return redirect(`/messages/${params.token ?? ''}/arret`, { status: 303 });
}
