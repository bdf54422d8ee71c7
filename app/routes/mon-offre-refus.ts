import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { leaveFlash } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { answerInWords } from '#app/enrollment/answer-words.ts';
import { answerOffer } from '#app/enrollment/answerOffer.server.ts';

const PAGE = '/mon-espace';

export const loader = () => redirect(PAGE);

/** Lets an offer of her own go: she leaves the queue. */
export async function action({ request, params: { id = '' }, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  if (!isUuid(id)) throw new Response(null, { status: 404 });
  const outcome = await answerOffer(actor, { enrollmentId: id, answer: 'decline' }, context.now());
  if (outcome.outcome === 'notFound') throw new Response(null, { status: 404 });
  const flash = leaveFlash(answerInWords(outcome), context.appUrl);
  return redirect(PAGE, { status: 303, headers: { 'Set-Cookie': flash } });
}
