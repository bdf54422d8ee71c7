import { data } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { plural } from '#app/time/french.ts';
import { issueForm, peopleOf } from '#app/training/issue.schema.server.ts';
import { issueCertificates } from '#app/training/issueCertificates.server.ts';
import { trainingMessage } from '#app/training/messages.ts';

type Given = { request: Request; now: Date; appUrl: string };

/** Issues certificates of an activity or of one of its dates, and leads back to `page`. */
export async function issueForActivity(
  actor: PersonActor,
  activityId: string,
  page: string,
  { request, now, appUrl }: Given,
) {
  const form = await readForm(request);
  const parsed = issueForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues) }, { status: 400 });
  const { signataire: name, fonction: role, lieu: place } = parsed.data;
  const sessionId = textOf(form, 'seance');
  const which =
    sessionId === ''
      ? { scope: 'TRAINING' as const, activityId }
      : { scope: 'SESSION' as const, activityId, sessionId };
  const asked = { ...which, personIds: peopleOf(form), signature: { name, role, place } };
  const outcome = await issueCertificates(actor, asked, now);
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ errors: { personnes: trainingMessage(outcome.refusal) } }, { status: 409 });
  const made = plural(outcome.issued.length, 'attestation délivrée', 'attestations délivrées');
  const kept = outcome.already === 0 ? '' : ` ${plural(outcome.already, 'était déjà là.', 'étaient déjà là.')}`;
  const back = sessionId === '' ? page : `${page}?seance=${sessionId}`;
  return saidAt(back, { severity: 'success', text: `${made}.${kept}` }, { appUrl });
}
