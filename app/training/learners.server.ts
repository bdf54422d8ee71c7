import type { Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayWithin, type Permission } from '#app/people/permissions.ts';

/** Professionals of one relais, as their certificates name it. */
export type Learners = { collectiviteId: string; zone: string; relaisId: string; relais: string; collectivite: string };

/**
 * The relais of these professionals, where the actor may do this; herself alone needs no permission. Null: one of them does
 * not exist for this actor, or they are not of one relais. One query.
 */
export async function learnersFor(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  personIds: readonly string[],
  now: Date,
): Promise<Learners | null> {
  if (actor.kind !== 'person' || personIds.length === 0 || !personIds.every(isUuid)) return null;
  const people = await tx.person.findMany({
    where: { id: { in: [...personIds] }, collectiviteId: actor.collectiviteId, erasedAt: null },
    select: {
      id: true,
      collectivite: { select: { name: true, timezone: true } },
      professional: {
        select: {
          memberships: {
            where: { from: { lte: now }, OR: [{ until: null }, { until: { gte: now } }] },
            orderBy: { home: 'desc' },
            select: { relaisId: true, relais: { select: { name: true } } },
          },
        },
      },
    },
  });
  if (people.length < new Set(personIds).size) return null;
  const homes = people.map(({ id, professional }) =>
    professional?.memberships.find(({ relaisId }) => id === actor.personId || mayWithin(actor, permission, relaisId)),
  );
  const [home] = homes;
  const [first] = people;
  if (!first || !home || homes.some((one) => one?.relaisId !== home.relaisId)) return null;
  const { name, timezone } = first.collectivite;
  const { relaisId, relais } = home;
  return { collectiviteId: actor.collectiviteId, zone: timezone, relaisId, relais: relais.name, collectivite: name };
}
