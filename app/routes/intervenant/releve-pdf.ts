import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPeriod } from '#app/attendance/statement-period.ts';
import { myStatements } from '#app/attendance/statements.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { statementPaper } from '../statement-files.ts';

/** His statement on paper, one part a manager. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const period = readPeriod(new URL(request.url).searchParams, await todayFor(actor, context.now()));
  return statementPaper({ read: await myStatements(actor, period), period, name: actor.name }, context.now());
}
