import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { type Flash, saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { isStaff } from '#app/people/permissions.ts';
import { aboutCertificate } from '#app/training/issued-certificate.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { revokeCertificate } from '#app/training/revokeCertificate.server.ts';

export const loader = () => redirect('/animation/professionnels');

/** Revokes a certificate. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const id = requireId(params);
  const of = await aboutCertificate(actor, id, context.now());
  if (!of) throw new Response(null, { status: 404 });
  const asked = { certificateId: id, why: textOf(await readForm(request), 'motif') };
  const outcome = await revokeCertificate(actor, asked, context.now());
  const flash: Flash = outcome.ok
    ? { severity: 'success', text: 'L’attestation est annulée.' }
    : { severity: 'error', text: trainingMessage(outcome.refusal) };
  const team =
    of.activityId === null ? `professionnels/${of.personId}/parcours` : `activites/${of.activityId}/attestations`;
  const page = isStaff(actor) || of.activityId === null ? `/animation/${team}` : `/intervenant/${team}`;
  return saidAt(page, flash, context);
}
