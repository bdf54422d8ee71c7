import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';

export type CollectiviteShown = {
  id: string;
  slug: string;
  name: string;
  zone: 'A' | 'B' | 'C';
  timezone: string;
  ageBands: number[];
  legal: unknown;
};

/**
 * The collectivité whose public pages an actor sees: her own; for a visitor the one of the named relais, else the
 * installation's first. Null: there is none (yet), or no such relais.
 */
export async function collectiviteShown(
  actor: Actor,
  { relais }: { relais?: string | undefined },
  tx: Tx = db(),
): Promise<CollectiviteShown | null> {
  const hers = actor.kind === 'person' ? { id: actor.collectiviteId } : {};
  return tx.collectivite.findFirst({
    where: { ...hers, ...(relais === undefined ? {} : { relais: { some: { slug: relais } } }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, name: true, zone: true, timezone: true, ageBands: true, legal: true },
  });
}
