import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { readChosen } from '#app/enrollment/chosen.schema.server.ts';
import { keptInWords } from '#app/enrollment/closure-words.ts';
import { keepChosen } from '#app/enrollment/keepChosen.server.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/animation/fermetures/${requireId(params)}`);

/** The sessions ticked take place all the same. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const closureId = requireId(params);
  const read = readChosen(await readForm(request));
  const outcome = read.ok ? await keepChosen(actor, { closureId, sessionIds: read.sessionIds }, context.now()) : null;
  if (outcome && !outcome.ok) throw new Response(null, { status: 404 });
  return saidAt(`/animation/fermetures/${closureId}`, keptInWords(outcome?.kept ?? 0), context);
}
