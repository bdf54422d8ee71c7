import type { LoaderFunctionArgs } from '@remix-run/node';
import { openProgramme } from '#app/catalog/open-programmes.server.ts';
import { openDataResponse } from './open-data-response.ts';

/** The coming programme as JSON; `?relais=` its slug. */
export async function loader({ request, context: { appUrl, now } }: LoaderFunctionArgs) {
  const relais = new URL(request.url).searchParams.get('relais') ?? undefined;
  const seances = await openProgramme({ relais, appUrl }, now());
  if (!seances) throw new Response(null, { status: 404 });
  return openDataResponse(request, JSON.stringify({ seances }), 'application/json; charset=utf-8', 'programme.json');
}
