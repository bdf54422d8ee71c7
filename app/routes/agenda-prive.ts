import type { LoaderFunctionArgs } from '@remix-run/node';
import { countAttempt } from '#app/auth/countAttempt.server.ts';
import { LIMITS } from '#app/auth/limits.ts';
import { preconditionsOf } from '#app/feeds/conditional.ts';
import { feedAnswer, feedTooOften } from '#app/feeds/feed-answer.ts';
import { openLink } from '#app/feeds/feed-owners.server.ts';
import { noteReading } from '#app/feeds/noteReading.server.ts';
import { feedOutline, heldAlready, privateFeed } from '#app/feeds/private-feeds.server.ts';
import { calendarResponse } from '#app/routes/calendar-response.ts';

/** The private calendar behind an unguessable link: who holds it reads it, without signing in. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return calendarResponse('private', context, async () => {
    const now = context.now();
    const link = await openLink(params.file ?? '', now);
    if (!link.ok) return feedAnswer({ type: 'refused', because: link.because }, 'private');
    const outline = await feedOutline(link.owner, now);
    await noteReading(link.owner, now);
    const held = heldAlready(outline, preconditionsOf(request.headers));
    if (held) return feedAnswer(held, 'private');
    const limited = await countAttempt(LIMITS.readingsOfFeed, link.owner.tokenId, now);
    if (limited) return feedTooOften((limited.retryAt.getTime() - now.getTime()) / 1000);
    return feedAnswer(await privateFeed(outline), 'private');
  });
}
