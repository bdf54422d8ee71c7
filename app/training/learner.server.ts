import type { DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { type Permission, mayWithin } from '#app/people/permissions.ts';

/** A professional seen by the training room: her home relais, and her collectivité's time zone. */
export type Learner = { personId: string; collectiviteId: string; zone: string; relaisId: string | null };

/**
 * The professional whose needs and trainings these are: the actor herself, or someone of a relais where she may do this.
 * Null: she does not exist for this actor.
 */
export async function learnerFor(
  db: DbOrTx,
  actor: Actor,
  permission: Permission,
  personId: string | undefined,
  now: Date,
): Promise<Learner | null> {
  if (actor.kind !== 'person') return null;
  const id = personId ?? actor.personId;
  if (!isUuid(id)) return null;
  const person = await db.person.findFirst({
    where: { id, collectiviteId: actor.collectiviteId, erasedAt: null, professional: { isNot: null } },
    select: {
      id: true,
      collectiviteId: true,
      collectivite: { select: { timezone: true } },
      professional: {
        select: {
          memberships: {
            where: { from: { lte: now }, OR: [{ until: null }, { until: { gte: now } }] },
            orderBy: { home: 'desc' },
            select: { relaisId: true },
          },
        },
      },
    },
  });
  if (!person) return null;
  const relaisIds = person.professional?.memberships.map(({ relaisId }) => relaisId) ?? [];
  const isHers = id === actor.personId;
  if (!isHers && !relaisIds.some((relaisId) => mayWithin(actor, permission, relaisId))) return null;
  const { collectiviteId } = person;
  return { personId: id, collectiviteId, zone: person.collectivite.timezone, relaisId: relaisIds[0] ?? null };
}
