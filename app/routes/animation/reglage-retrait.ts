import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { removeDatedSetting } from '#app/people/removeDatedSetting.server.ts';
import { settingRemoval } from '#app/people/setting.schema.server.ts';
import { settingMessage } from '#app/people/setting-words.ts';
import { doneAt } from './form-answer.ts';

export const loader = () => redirect('/animation/reglages');

/** Takes back a value set for a day to come. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const parsed = settingRemoval.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throw new Response(null, { status: 404 });
  const { reglage: key, des: from } = parsed.data;
  const outcome = await removeDatedSetting(actor, { key, from }, context.now());
  if (outcome.ok) return doneAt(`/animation/reglages#${key}`, 'Cette valeur est retirée.', context);
  if (outcome.refusal.code === 'NOT_ALLOWED') throw new Response(null, { status: 404 });
  return saidAt('/animation/reglages', { severity: 'warn', text: settingMessage(outcome.refusal).message }, context);
}
