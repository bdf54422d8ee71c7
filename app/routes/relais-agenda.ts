import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicCalendar } from '#app/routes/calendar-response.ts';

/** The public calendar of a relais: `?type=atelier,reunion`, `?lieu=` a site's id or name. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return publicCalendar({ of: 'relais', slug: params.slug ?? '' }, request, context);
}
