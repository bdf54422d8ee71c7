import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { deadline } from '#app/time/french.ts';

/** Her living link as her own page tells it, dates in words. Its address cannot be told again. */
export type MyFeed = { readonly made: string; readonly lastRead: string | null };

/** The actor's own link; null when she has none. */
export async function myFeed(actor: Actor, now: Date, tx: Tx = db()): Promise<MyFeed | null> {
  if (actor.kind !== 'person') return null;
  const row = await tx.feedToken.findFirst({
    where: { personId: actor.personId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: {
      createdAt: true,
      lastReadAt: true,
      person: { select: { collectivite: { select: { timezone: true } } } },
    },
  });
  if (!row) return null;
  const zone = row.person.collectivite.timezone;
  const told = (instant: Date) => deadline(instant, zone, { reference: now.toISOString().slice(0, 10) });
  return { made: told(row.createdAt), lastRead: row.lastReadAt && told(row.lastReadAt) };
}
