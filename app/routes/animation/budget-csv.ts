import type { LoaderFunctionArgs } from '@remix-run/node';
import { budgetOf } from '#app/attendance/budget.server.ts';
import { BUDGET_HEADER, budgetRows } from '#app/attendance/budget.ts';
import { readYear } from '#app/attendance/budget-year.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { writeCsv } from '#app/documents/csv.ts';
import { todayFor } from '#app/people/own-day.server.ts';

/** The budget of a year, for a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const year = readYear(new URL(request.url).searchParams, await todayFor(actor, context.now()));
  const lines = await budgetOf(actor, year, context.now());
  if (!lines) throw new Response(null, { status: 404 });
  return new Response(writeCsv(BUDGET_HEADER, budgetRows(lines)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="budget-${year}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
