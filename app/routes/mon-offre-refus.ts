import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { answerInWords } from '#app/enrollment/answer-words.ts';
import { answerOffer } from '#app/enrollment/answerOffer.server.ts';

const PAGE = '/mon-espace';

export const loader = () => redirect(PAGE);

/** Lets an offer of her own go: she leaves the queue. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const id = requireId(params);
  const outcome = await answerOffer(actor, { enrollmentId: id, answer: 'decline' }, context.now());
  if (outcome.outcome === 'notFound') throw new Response(null, { status: 404 });
  return saidAt(PAGE, answerInWords(outcome), context);
}
