import type { LoaderFunctionArgs } from '@remix-run/node';
import { preconditionsOf } from '#app/feeds/conditional.ts';
import { feedAnswer } from '#app/feeds/feed-answer.ts';
import { publicFeed } from '#app/feeds/public-feeds.server.ts';
import { calendarResponse } from '#app/routes/calendar-response.ts';

/** The public calendar of a relais: `?type=atelier,reunion`, `?lieu=` a site's id or name. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return calendarResponse('public', context, async () => {
    const query = new URL(request.url).searchParams;
    const asked = { slug: params.slug ?? '', query, appUrl: context.appUrl, ...preconditionsOf(request.headers) };
    return feedAnswer(await publicFeed(asked, context.now()), 'public');
  });
}
