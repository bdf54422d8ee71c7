import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { proofOf } from '#app/training/proofs.server.ts';
import { proofResponse } from '../proof-response.ts';

/** The paper that shows a training declared by one of the relais's professionals. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  return proofResponse(await proofOf(actor, requireId({ id: params.formation }), context.now()));
}
