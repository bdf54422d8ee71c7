import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { tellMaterial } from '#app/enrollment/tellMaterial.server.ts';
import { plural } from '#app/time/french.ts';
import { doneAt } from './form-answer.ts';

export const loader = () => redirect('/animation/activites');

/** Writes once to those enrolled that the document is there. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const outcome = await tellMaterial(requireStaff(context, request), { materialId: requireId(params) }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) {
    return saidAt(
      '/animation/activites',
      { severity: 'warn', text: 'Personne n’a d’e-mail ici : rien n’est parti.' },
      context,
    );
  }
  const { activityId, told, again } = outcome;
  const sentence = again ? 'Elles l’étaient déjà.' : `${plural(told, 'personne prévenue', 'personnes prévenues')}.`;
  return doneAt(`/animation/activites/${activityId}/documents`, sentence, context);
}
