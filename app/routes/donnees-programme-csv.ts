import type { LoaderFunctionArgs } from '@remix-run/node';
import { OPEN_COLUMNS, openRows } from '#app/catalog/open-programme.ts';
import { openProgramme } from '#app/catalog/open-programmes.server.ts';
import { writeCsv } from '#app/documents/csv.ts';
import { openDataResponse } from './open-data-response.ts';

/** The coming programme as a table; `?relais=` its slug. */
export async function loader({ request, context: { appUrl, now } }: LoaderFunctionArgs) {
  const relais = new URL(request.url).searchParams.get('relais') ?? undefined;
  const sessions = await openProgramme({ relais, appUrl }, now());
  if (!sessions) throw new Response(null, { status: 404 });
  const header = OPEN_COLUMNS.map(({ name }) => name);
  return openDataResponse(request, writeCsv(header, openRows(sessions)), 'text/csv; charset=utf-8', 'programme.csv');
}
