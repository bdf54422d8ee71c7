import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';
import { collectiviteShown } from './collectivite-shown.server.ts';

export type AccessChoices = {
  relais: { id: string; name: string }[];
  communes: { id: string; name: string }[];
  /** The relais from whose page she comes. */
  chosen: string | null;
};

/** The relais and communes one may name when asking for an account, by name. */
export async function accessChoices(
  actor: Actor,
  { relais: slug }: { relais: string | undefined },
  tx: Tx = db(),
): Promise<AccessChoices> {
  const shown = (await collectiviteShown(actor, { relais: slug }, tx)) ?? (await collectiviteShown(actor, {}, tx));
  if (!shown) return { relais: [], communes: [], chosen: null };
  const where = { collectiviteId: shown.id };
  const relais = await tx.relais.findMany({
    where,
    orderBy: { name: 'asc' },
    select: { id: true, name: true, slug: true },
  });
  const communes = await tx.commune.findMany({ where, orderBy: { name: 'asc' }, select: { id: true, name: true } });
  const chosen = relais.find((one) => one.slug === slug)?.id ?? null;
  return { relais: relais.map(({ id, name }) => ({ id, name })), communes, chosen };
}
