import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPeriod } from '#app/attendance/statement-period.ts';
import { myStatements } from '#app/attendance/statements.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { statementSheet } from '../statement-files.ts';

/** His statement for a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const period = readPeriod(new URL(request.url).searchParams, await todayFor(actor, context.now()));
  return statementSheet({ read: await myStatements(actor, period), period });
}
