import type { LoaderFunctionArgs } from '@remix-run/node';
import { countAttempt } from '#app/auth/countAttempt.server.ts';
import { LIMITS } from '#app/auth/limits.ts';
import { preconditionsOf } from '#app/feeds/conditional.ts';
import { feedAnswer, feedTooOften } from '#app/feeds/feed-answer.ts';
import { noteReading } from '#app/feeds/noteReading.server.ts';
import { openLink, privateFeed } from '#app/feeds/private-feeds.server.ts';
import { calendarResponse } from '#app/routes/calendar-response.ts';

/** The private calendar behind an unguessable link: who holds it reads it, without signing in. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return calendarResponse('private', context, async () => {
    const now = context.now();
    const link = await openLink(params.file ?? '');
    if (!link.ok) return feedAnswer({ type: 'refused', because: link.because }, 'private');
    const limited = await countAttempt(LIMITS.readingsOfFeed, link.owner.tokenId, now);
    if (limited) return feedTooOften((limited.retryAt.getTime() - now.getTime()) / 1000);
    const reading = await privateFeed(link.owner, preconditionsOf(request.headers), now);
    await noteReading(link.owner, now);
    return feedAnswer(reading, 'private');
  });
}
