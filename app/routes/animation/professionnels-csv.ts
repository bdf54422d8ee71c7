import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { writeCsv } from '#app/documents/csv.ts';
import { exportProfessionals } from '#app/enrollment/exportProfessionals.server.ts';
import { readDirectory } from '#app/people/directory-filters.ts';

/** The directory under its filters, for a spreadsheet; who took it is kept. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const filters = readDirectory(new URL(request.url).searchParams);
  const { header, rows } = await exportProfessionals(actor, filters, context.now());
  return new Response(writeCsv(header, rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="professionnelles.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
