import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';
import { relaisWhere, type Permission } from './permissions.ts';

export type RelaisChoice = { id: string; slug: string; name: string };

/** The relais where the actor may do this, by name. */
export async function relaisChoices(actor: Actor, permission: Permission, tx: Tx = db()): Promise<RelaisChoice[]> {
  if (actor.kind !== 'person') return [];
  const where = relaisWhere(actor, permission);
  return tx.relais.findMany({
    where: { collectiviteId: actor.collectiviteId, ...(where === 'all' ? {} : { id: { in: [...where] } }) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, name: true },
  });
}

/** Every relais of the actor's collectivité, by name: where someone may move to. */
export async function allRelais(actor: Actor, tx: Tx = db()): Promise<RelaisChoice[]> {
  if (actor.kind !== 'person') return [];
  return tx.relais.findMany({
    where: { collectiviteId: actor.collectiviteId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, name: true },
  });
}

/** Every commune of the actor's collectivité, by name. */
export async function communeChoices(actor: Actor, tx: Tx = db()): Promise<{ id: string; name: string }[]> {
  if (actor.kind !== 'person') return [];
  return tx.commune.findMany({
    where: { collectiviteId: actor.collectiviteId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}
