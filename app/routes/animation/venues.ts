import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { addWalkIn } from '#app/attendance/addWalkIn.server.ts';
import { markedInWords } from '#app/attendance/messages.ts';
import { readWalkIn } from '#app/attendance/sheet-form.schema.server.ts';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/animation/seances/${requireId(params)}/emargement`);
}

/** Someone came without a place. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const sessionId = requireId(params);
  const walkIn = readWalkIn(await readForm(request));
  if (!walkIn) throw new Response(null, { status: 400 });
  const outcome = await addWalkIn(actor, { sessionId, walkIn }, context.now());
  if (outcome.outcome === 'notFound') throw new Response(null, { status: 404 });
  return saidAt(`/animation/seances/${sessionId}/emargement`, markedInWords(outcome), context);
}
