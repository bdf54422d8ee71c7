import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { writeCsv } from '#app/documents/csv.ts';
import { exportPlan } from '#app/training/exportPlan.server.ts';

/** The plan for a spreadsheet; who took it is kept. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await exportPlan(requireStaff(context, request), requireId(params), context.now());
  if (!found) throw new Response(null, { status: 404 });
  return new Response(writeCsv(found.header, found.rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${found.name}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
