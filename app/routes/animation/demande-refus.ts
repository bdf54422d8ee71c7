import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { refuseAccess } from '#app/people/refuseAccess.server.ts';
import { answerFlash, ASKED_AT } from './access-answer.ts';

/** Nothing to see here: back to the requests. */
export function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, request);
  throw redirect(ASKED_AT);
}

/** Refuses a request, with a word. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const requestId = requireId(params);
  const words = textOf(await readForm(request), 'mot').slice(0, 500);
  const flash = answerFlash(await refuseAccess(actor, { requestId, words }, context.now()), 'refused');
  throw saidAt(ASKED_AT, flash, context);
}
