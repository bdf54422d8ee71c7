import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { placeCalendar } from '#app/feeds/place-calendar.server.ts';

/** Her place in one session, for the agenda of her phone. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const text = await placeCalendar(actor, params.id ?? '', context.appUrl, context.now());
  if (text === null) throw new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="seance.ics"',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
