import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { settleConflict } from '#app/attendance/settleConflict.server.ts';
import { readSettling } from '#app/attendance/sheet-form.schema.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/animation/seances/${requireId(params)}/emargement`);
}

/** Of two marks made without seeing each other, which one is kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const sessionId = requireId(params);
  const choice = readSettling(await readForm(request));
  if (!choice) throw new Response(null, { status: 400 });
  const { outcome } = await settleConflict(actor, { sessionId, ...choice }, context.now());
  if (outcome === 'notFound') throw new Response(null, { status: 404 });
  return redirect(`/animation/seances/${sessionId}/emargement`, 303);
}
