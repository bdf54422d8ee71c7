import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { answerInWords } from '#app/enrollment/answer-words.ts';
import { answerOffer } from '#app/enrollment/answerOffer.server.ts';
import { acceptForm } from '#app/enrollment/answerOffer.schema.server.ts';

const PAGE = '/mon-espace';

export const loader = () => redirect(PAGE);

/** Accepts an offer of her own, with all her children or fewer. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const enrollmentId = requireId(params);
  const acceptance = acceptForm.parse(Object.fromEntries(await readForm(request)));
  const outcome = await answerOffer(actor, { ...acceptance, enrollmentId }, context.now());
  if (outcome.outcome === 'notFound') throw new Response(null, { status: 404 });
  return saidAt(PAGE, answerInWords(outcome), context);
}
