import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { namesOf } from './ceilings-preview.server.ts';
import { changeCeilings, type ChangeCeilingsOutcome } from './changeCeilings.server.ts';
import { deskFor } from './desk-access.server.ts';

export type RaiseCeilingsOutcome = { changed: ChangeCeilingsOutcome; served: string[] };

/** Changes a session's ceilings and tells who got a place by it. */
export async function raiseCeilings(
  actor: Actor,
  input: { sessionId: string; maxAdults: number | null; maxChildren: number | null },
  now: Date,
  tx?: Tx,
): Promise<RaiseCeilingsOutcome> {
  const reading = tx ?? db();
  const access = await deskFor(actor, input.sessionId, 'plan', now, reading);
  if (!access) return { changed: { outcome: 'notFound' }, served: [] };
  const waiting = await waitingIn(reading, input.sessionId);
  const changed = await changeCeilings(actor, input, now, tx);
  if (changed.outcome !== 'changed' || !access.named) return { changed, served: [] };
  const still = new Set((await waitingIn(reading, input.sessionId)).map(({ id }) => id));
  const gone = waiting.filter(({ id }) => !still.has(id)).map(({ personId }) => personId);
  return { changed, served: await namesOf(reading, gone) };
}

function waitingIn(tx: Tx, sessionId: string) {
  return tx.enrollment.findMany({
    where: { sessionId, state: 'WAITING' },
    orderBy: { arrival: 'asc' },
    select: { id: true, personId: true },
  });
}
