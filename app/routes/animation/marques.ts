import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { readMarks } from '#app/attendance/mark.schema.server.ts';
import { markAttendance } from '#app/attendance/markAttendance.server.ts';
import { sheetStateOf } from '#app/attendance/sheets.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';

const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } });

/** What the sheet shows now, for a tablet that has the page; 401 asks it to sign in again. */
export async function loader({ params, context: { actor, now } }: LoaderFunctionArgs) {
  if (actor.kind !== 'person') return answer({ signIn: true }, 401);
  const state = await sheetStateOf(actor, requireId(params), now());
  return state ? answer({ me: actor.personId, state }) : answer({}, 404);
}

/** Marks that a tablet kept, sent as often as it likes; answers what became of each, and the sheet. */
export async function action({ request, params, context: { actor, now } }: ActionFunctionArgs) {
  if (actor.kind !== 'person') return answer({ signIn: true }, 401);
  const sessionId = requireId(params);
  const marks = readMarks(await request.json().catch(() => null));
  if (!marks) return answer({}, 400);
  const outcome = await markAttendance(actor, { sessionId, marks }, now());
  if (outcome.outcome === 'notFound') return answer({}, 404);
  if (outcome.outcome === 'notYet') return answer({ date: outcome.date }, 409);
  const state = await sheetStateOf(actor, sessionId, now());
  return answer({ me: actor.personId, answers: outcome.answers, state });
}
