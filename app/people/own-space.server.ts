import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';

export type Owner = { personId: string; collectiviteId: string; zone: string; bands: readonly number[] };

/** The person whose own space the actor opens, with her collectivité's time zone and age bands; null: she has none. */
export async function ownSpace(tx: Tx, actor: Actor): Promise<Owner | null> {
  if (actor.kind !== 'person') return null;
  const { personId, collectiviteId } = actor;
  const collectivite = await tx.collectivite.findUnique({
    where: { id: collectiviteId, people: { some: { id: personId, erasedAt: null } } },
    select: { timezone: true, ageBands: true },
  });
  return collectivite && { personId, collectiviteId, zone: collectivite.timezone, bands: collectivite.ageBands };
}
