import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { choosesScope, type FeedScope } from './feed-scope.ts';
import { momentWords, readingWords } from './reading-words.ts';

/** Her living link as her own page tells it, dates in words. Its address cannot be told again. */
export type MyFeed = { readonly made: string; readonly reading: string; readonly scope: FeedScope };

export type MyFeedPage = {
  readonly feed: MyFeed | null;
  /** She may also have all sessions of her relais. */
  readonly chooses: boolean;
};

/** The actor's own link; `feed` is null when she has none. */
export async function myFeed(actor: Actor, now: Date, tx: Tx = db()): Promise<MyFeedPage> {
  const chooses = choosesScope(actor);
  if (actor.kind !== 'person') return { feed: null, chooses };
  const row = await tx.feedToken.findFirst({
    where: { personId: actor.personId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: {
      createdAt: true,
      lastReadAt: true,
      scope: true,
      person: { select: { collectivite: { select: { timezone: true } } } },
    },
  });
  if (!row) return { feed: null, chooses };
  const { createdAt, lastReadAt, scope, person } = row;
  const zone = person.collectivite.timezone;
  const feed = { made: momentWords(createdAt, now, zone), reading: readingWords(lastReadAt, now, zone), scope };
  return { feed, chooses };
}
