import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { readFacts } from './certificate-facts.schema.server.ts';
import { attestable } from './certificate-right.server.ts';
import { learnerFor } from './learner.server.ts';

export type IssuedCertificate = NonNullable<Awaited<ReturnType<typeof find>>>;

/** A certificate that this actor may read for her work and revoke: one she might have issued; null: none for her. */
export async function issuedCertificate(
  tx: DbOrTx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<IssuedCertificate | null> {
  const found = isUuid(id) ? await find(tx, id) : null;
  if (!found) return null;
  const { activityId, personId } = found;
  if (activityId !== null) return (await attestable(tx, actor, activityId)) ? found : null;
  if (readFacts(found.facts).discreet || (actor.kind === 'person' && actor.personId === personId)) return null;
  return (await learnerFor(tx, actor, 'certificate.issue', personId, now)) ? found : null;
}

/** Whose it is and what it is about, for who might have issued it; null: it does not exist for her. */
export async function aboutCertificate(
  actor: Actor,
  id: string,
  now: Date,
  tx: Tx = db(),
): Promise<{ personId: string; activityId: string | null } | null> {
  const found = await issuedCertificate(tx, actor, id, now);
  return found && { personId: found.personId, activityId: found.activityId };
}

function find(tx: DbOrTx, id: string) {
  return tx.certificate.findFirst({
    where: { id, person: { erasedAt: null } },
    select: {
      ...{ id: true, collectiviteId: true, relaisId: true, personId: true, activityId: true, code: true, facts: true },
      person: { select: { email: true } },
      relais: { select: { name: true, phone: true, email: true } },
    },
  });
}
