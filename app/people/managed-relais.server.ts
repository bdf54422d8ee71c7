import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';
import { relaisWhere, type Permission } from './permissions.ts';

export type ManagedRelais = { id: string; collectiviteId: string; name: string; zone: string };

/**
 * A relais in which the actor may do this, found through her; null: it is not there, or not for her. `zone` is the time
 * zone of its collectivité.
 */
export async function managedRelais(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  relaisId: string,
): Promise<ManagedRelais | null> {
  return (await manyManagedRelais(tx, actor, permission, [relaisId]))?.get(relaisId) ?? null;
}

/** The same for several at once, by id; null when one of them is missing. */
export async function manyManagedRelais(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  relaisIds: readonly string[],
): Promise<ReadonlyMap<string, ManagedRelais> | null> {
  const wanted = [...new Set(relaisIds)];
  const where = relaisWhere(actor, permission);
  if (where !== 'all' && wanted.some((id) => !where.includes(id))) return null;
  const rows = await tx.relais.findMany({
    where: { id: { in: wanted }, collectiviteId: actor.kind === 'person' ? actor.collectiviteId : undefined },
    select: { id: true, collectiviteId: true, name: true, collectivite: { select: { timezone: true } } },
  });
  if (rows.length < wanted.length) return null;
  return new Map(rows.map(({ collectivite, ...relais }) => [relais.id, { ...relais, zone: collectivite.timezone }]));
}
