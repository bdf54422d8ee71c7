import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { dayPlain, hour } from '#app/time/french.ts';
import { wallOf } from '#app/time/wall-clock.ts';

export type Device = {
  id: string;
  /** "Firefox sur Android". */
  device: string;
  /** "24 novembre, 9 h 30"; true within an hour. */
  lastSeen: string;
  /** The one that asks. */
  current: boolean;
};

/** Where the actor is signed in, the last seen first. */
export async function devicesOf(
  actor: Actor,
  currentId: string | null,
  now: Date,
  tx?: Tx,
): Promise<readonly Device[]> {
  if (actor.kind !== 'person') return [];
  const sessions = await (tx ?? db()).authSession.findMany({
    where: { personId: actor.personId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      device: true,
      lastSeenAt: true,
      person: { select: { collectivite: { select: { timezone: true } } } },
    },
  });
  return sessions.map(({ id, device, lastSeenAt, person }) => {
    const { date, time } = wallOf(lastSeenAt, person.collectivite.timezone);
    return { id, device, lastSeen: `${dayPlain(date)}, ${hour(time)}`, current: id === currentId };
  });
}
