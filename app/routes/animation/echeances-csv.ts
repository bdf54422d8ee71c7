import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { writeCsv } from '#app/documents/csv.ts';
import { readExpiryFilters } from '#app/training/expiry-filters.ts';
import { relaisExpiries } from '#app/training/relais-expiries.server.ts';

const HEADER = ['Nom', 'Relais', 'Certificat', 'Valable jusqu’au', 'Téléphone', 'E-mail'];

/** What expires under the filters, for a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const filters = readExpiryFilters(new URL(request.url).searchParams);
  const found = await relaisExpiries(requireStaff(context, request), filters, context.now());
  if (!found) throw new Response(null, { status: 404 });
  const rows = found.lines.map(({ name, relais, title, expiresOn, phone, email }) => [
    name,
    relais,
    title,
    expiresOn,
    phone,
    email,
  ]);
  return new Response(writeCsv(HEADER, rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="echeances.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
