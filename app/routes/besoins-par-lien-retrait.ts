import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireAsked } from '#app/auth/requireAsked.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { retireAnswer } from '#app/training/retireAnswer.server.ts';

/** Opened by itself, it leads back to the page that asks. */
export const loader = ({ params }: LoaderFunctionArgs) => {
  requireAsked('need', params.token);
  return redirect(`/besoins/${params.token}`);
};

/** Takes back a need said by this link. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const bearer = requireAsked('need', params.token);
  const needId = requireId({ id: textOf(await readForm(request), 'besoin') });
  const outcome = await retireAnswer(bearer, { needId }, now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return redirect(`/besoins/${params.token}`, { status: 303 });
}
