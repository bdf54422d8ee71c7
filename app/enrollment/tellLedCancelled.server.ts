import { leadersOf } from '#app/catalog/leaders.server.ts';
import { tellLeaders } from '#app/catalog/tellLeaders.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';

/** Tells those who lead or speak at these sessions, cancelled just now, one mail a person, in the caller's transaction. */
export async function tellLedCancelled(
  tx: Tx,
  actor: Actor,
  { sessionIds, reason }: { sessionIds: readonly string[]; reason: string },
  now: Date,
): Promise<void> {
  const led = await leadersOf(tx, sessionIds);
  const changes = led.map((meeting) => ({ before: meeting, after: meeting, moved: false, notes: [] }));
  await tellLeaders(tx, { actor, changes, reason }, now);
}
