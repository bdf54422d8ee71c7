import type { AppLoadContext } from '@remix-run/node';
import { feedTrouble, type FeedAnswer, type FeedAudience } from '#app/feeds/feed-answer.ts';

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
