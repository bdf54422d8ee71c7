import type { DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { maySomewhere } from '#app/people/permissions.ts';

/** A provider of the actor's collectivité; null: not there, or she makes no plan. */
export async function organisationFor(db: DbOrTx, actor: Actor, id: string) {
  if (!isUuid(id) || !maySomewhere(actor, 'plan.write')) return null;
  const whose = actor.kind === 'person' ? { collectiviteId: actor.collectiviteId } : {};
  return db.trainingOrganisation.findFirst({ where: { id, ...whose } });
}
