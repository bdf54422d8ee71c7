import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { myNeeds, type MyNeed } from './my-needs.server.ts';
import type { Theme } from './themes.server.ts';

export type PersonNeeds = { personId: string; name: string; needs: MyNeed[]; themes: Theme[] };

/** The needs of a professional of a relais where the actor reads them; null: she is not there for this actor. */
export async function personNeeds(
  actor: Actor,
  personId: string,
  now: Date,
  tx: Tx = db(),
): Promise<PersonNeeds | null> {
  const found = await myNeeds(actor, now, personId, tx);
  if (!found) return null;
  const { firstName, lastName } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { firstName: true, lastName: true },
  });
  return { personId, name: `${firstName} ${lastName}`, ...found };
}
