import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicCalendar } from '#app/routes/calendar-response.ts';

/** The public calendar of what happens at a site, filtered by `?type=`. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return publicCalendar({ of: 'site', id: params.id ?? '' }, request, context);
}
