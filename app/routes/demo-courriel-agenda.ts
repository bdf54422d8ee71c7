import type { LoaderFunctionArgs } from '@remix-run/node';

import { demoInvitation } from '#app/mail/mails.server.ts';

/** The calendar entry of one mail, to download: only in the demo. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const text = context.demo ? await demoInvitation(params.id ?? '') : null;
  if (text === null) throw new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="seance.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
}
