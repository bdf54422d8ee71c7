import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { writeCsv } from '#app/documents/csv.ts';
import { readExpiryFilters } from '#app/training/expiry-filters.ts';
import { relaisExpiries, type ExpiryLine } from '#app/training/relais-expiries.server.ts';

const HEADER = ['Nom', 'Relais', 'Certificat', 'Valable jusqu’au', 'Téléphone', 'E-mail'];
const HEADERS = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': 'attachment; filename="echeances.csv"',
  'Cache-Control': 'private, no-store',
};

/** What expires under the filters, for a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const filters = readExpiryFilters(new URL(request.url).searchParams);
  const found = await relaisExpiries(requireStaff(context, request), filters, context.now());
  if (!found) throw new Response(null, { status: 404 });
  const cells = ({ name, relais, title, expiresOn, phone, email }: ExpiryLine) => {
    return [name, relais, title, expiresOn, phone, email];
  };
  return new Response(writeCsv(HEADER, found.lines.map(cells)), { headers: HEADERS });
}
