import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireAsked } from '#app/auth/requireAsked.server.ts';
import { answerNoNeed } from '#app/training/answerNoNeed.server.ts';

/** Opened by itself, it leads back to the page that asks. */
export const loader = ({ params }: LoaderFunctionArgs) => {
  requireAsked('need', params.token);
  return redirect(`/besoins/${params.token}`);
};

/** She needs nothing: an answer too. */
export async function action({ params, context: { now } }: ActionFunctionArgs) {
  const outcome = await answerNoNeed(requireAsked('need', params.token), now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return redirect(`/besoins/${params.token}`, { status: 303 });
}
