import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { closureShown, type ClosureShown } from '#app/people/closures.server.ts';
import { closureHits, type ClosureHit } from './closure-hits.server.ts';

export type ClosurePage = { closure: ClosureShown; personId: string | null; hits: ClosureHit[] };

/** A closure and the sessions it hits; four queries whatever their number. Null: it is not there, or not for her. */
export async function closurePage(
  actor: PersonActor,
  closureId: string,
  now: Date,
  tx: Tx = db(),
): Promise<ClosurePage | null> {
  const closure = isUuid(closureId) ? await closureShown(actor, closureId, now, tx) : null;
  if (!closure) return null;
  const row = await tx.closure.findUniqueOrThrow({
    where: { id: closureId },
    select: {
      ...{ id: true, first: true, last: true, part: true, yearly: true, personId: true },
      collectivite: { select: { timezone: true } },
    },
  });
  const hits = await closureHits(actor, [row], row.collectivite.timezone, now, tx);
  return { closure, personId: row.personId, hits };
}
