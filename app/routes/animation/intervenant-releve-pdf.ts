import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPeriod } from '#app/attendance/statement-period.ts';
import { teamStatements } from '#app/attendance/statements.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { statementPaper } from '../statement-files.ts';

/** An intervenant's statement on paper, for the relais she works in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const period = readPeriod(new URL(request.url).searchParams, await todayFor(actor, context.now()));
  const read = await teamStatements(actor, requireId(params), period);
  return statementPaper({ read, period, name: 'intervenant' }, context.now());
}
