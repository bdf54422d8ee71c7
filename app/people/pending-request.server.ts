import type { Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from './actor.ts';
import { may } from './permissions.ts';

/** A request locked and found through the actor, answered or not; null: not there, or not for her. */
export async function heldRequest(tx: Tx, actor: Actor, id: string) {
  if (!isUuid(id)) return null;
  await tx.$executeRaw`SELECT 1 FROM "AccessRequest" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const request = await tx.accessRequest.findUnique({
    where: { id },
    include: {
      relais: { select: { name: true, phone: true, email: true, collectivite: { select: { timezone: true } } } },
    },
  });
  return request && may(actor, 'professional.write', request) ? request : null;
}

export type HeldRequest = NonNullable<Awaited<ReturnType<typeof heldRequest>>>;
