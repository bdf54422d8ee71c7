import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicCalendar } from '#app/routes/calendar-response.ts';

/** The public calendar of all relais of a manager, filtered as a relais's. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return publicCalendar({ of: 'collectivite', slug: params.slug ?? '' }, request, context);
}
