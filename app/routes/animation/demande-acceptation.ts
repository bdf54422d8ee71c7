import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { acceptAccess } from '#app/people/acceptAccess.server.ts';
import { acceptanceForm } from '#app/people/professional.schema.server.ts';
import { answerFlash, ASKED_AT, FILE_UNSAID } from './access-answer.ts';

/** Nothing to see here: back to the requests. */
export function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, request);
  throw redirect(ASKED_AT);
}

/** Accepts a request: a new file, or the one she has already. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const requestId = requireId(params);
  const parsed = acceptanceForm.safeParse(Object.fromEntries(await readForm(request)));
  const flash = parsed.success
    ? answerFlash(await acceptAccess(actor, { requestId, personId: parsed.data.fiche }, context.now()), 'accepted')
    : FILE_UNSAID;
  throw saidAt(ASKED_AT, flash, context);
}
