import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { WORKBOOK_TYPE, writeWorkbook } from '#app/documents/workbook.ts';
import { exportProfessionals } from '#app/enrollment/exportProfessionals.server.ts';
import { readDirectory } from '#app/people/directory-filters.ts';

/** The directory under its filters, as a workbook; who took it is kept. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const filters = readDirectory(new URL(request.url).searchParams);
  const { header, rows } = await exportProfessionals(actor, filters, context.now());
  const body = await writeWorkbook('Professionnel·les', header, rows);
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': WORKBOOK_TYPE,
      'Content-Disposition': 'attachment; filename="professionnelles.xlsx"',
      'Cache-Control': 'private, no-store',
    },
  });
}
