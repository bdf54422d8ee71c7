import type { AppLoadContext } from '@remix-run/node';
import { preconditionsOf } from '#app/feeds/conditional.ts';
import { feedAnswer, feedTrouble, type FeedAnswer, type FeedAudience } from '#app/feeds/feed-answer.ts';
import { publicFeed } from '#app/feeds/public-feeds.server.ts';
import type { FeedAsked } from '#app/feeds/public-places.server.ts';

/** The answer of a feed's route; whatever breaks is logged under the request's number and told as 503. */
export async function calendarResponse(
  audience: FeedAudience,
  { requestId }: Pick<AppLoadContext, 'requestId'>,
  read: () => Promise<FeedAnswer>,
): Promise<Response> {
  const { body, ...init } = await read().catch((error: unknown) => {
    console.error(requestId, error); // eslint-disable-line no-console -- the framework never sees this error
    return feedTrouble(audience);
  });
  return new Response(body, init);
}

/** A public calendar, under the filters of the address. */
export function publicCalendar(place: FeedAsked, request: Request, context: AppLoadContext): Promise<Response> {
  return calendarResponse('public', context, async () => {
    const query = new URL(request.url).searchParams;
    const asked = { place, query, appUrl: context.appUrl, ...preconditionsOf(request.headers) };
    return feedAnswer(await publicFeed(asked, context.now()), 'public');
  });
}
