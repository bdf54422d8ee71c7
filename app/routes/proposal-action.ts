import { data } from '@remix-run/node';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { answerFields, answerForm } from '#app/catalog/answerProposal.schema.server.ts';
import { answerProposal } from '#app/catalog/answerProposal.server.ts';
import { answerMessage, type ProposalAnswer } from '#app/catalog/proposal.ts';
import type { Actor, AskedActor } from '#app/people/actor.ts';

/**
 * Answers what the form ticks; what is refused comes back with what was typed, null once it is done.
 *
 * @throws 404 for dates that are not asked of him
 */
export async function answered(request: Request, actor: Actor | AskedActor, answer: ProposalAnswer, now: Date) {
  const form = await readForm(request);
  const typed = { word: textOf(form, 'mot'), chosen: form.getAll('dates').map(String) };
  const parsed = answerForm.safeParse(answerFields(form));
  if (!parsed.success) return data({ message: parsed.error.issues[0]?.message ?? '', ...typed }, { status: 400 });
  const { dates: assignmentIds, mot: word } = parsed.data;
  const outcome = await answerProposal(actor, { assignmentIds, answer, word }, now);
  if (outcome.ok) return null;
  const { code } = outcome.refusal;
  if (code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return data({ message: answerMessage(code), ...typed }, { status: code === 'NOTHING_CHOSEN' ? 400 : 409 });
}
