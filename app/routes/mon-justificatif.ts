import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type Flash, saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { attachProof } from '#app/training/attachProof.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { proofGiven } from '#app/training/proof-given.server.ts';
import { proofOf } from '#app/training/proofs.server.ts';
import { proofResponse } from './proof-response.ts';

/** The paper that shows one of her trainings. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return proofResponse(await proofOf(requireActor(context, request), requireId(params), context.now()));
}

/** Adds it, or replaces it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const proof = await proofGiven(await readForm(request), 'justificatif');
  const given = { trainingId: requireId(params), proof: proof ?? { name: '', content: new Uint8Array() } };
  const outcome = await attachProof(actor, given, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const flash: Flash = outcome.ok
    ? { severity: 'success', text: 'Le justificatif est dans votre parcours.' }
    : { severity: 'error', text: trainingMessage(outcome.refusal) };
  return saidAt('/mon-espace/parcours', flash, context);
}
