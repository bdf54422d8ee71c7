import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { retireTheme } from '#app/training/retireTheme.server.ts';
import { doneAt } from './form-answer.ts';

export const loader = () => redirect('/animation/themes');

/** Proposes a theme no more. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await retireTheme(requireStaff(context, request), { themeId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return doneAt('/animation/themes', 'Le thème n’est plus proposé ; les besoins déjà dits le gardent.', context);
}
