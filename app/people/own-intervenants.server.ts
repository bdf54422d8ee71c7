import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { Actor, PersonActor } from './actor.ts';

/** An account of the intervenant who asks, in one of the collectivités that employ him. */
export type OwnIntervenant = {
  personId: string;
  intervenantId: string;
  collectiviteId: string;
  collectivite: string;
  zone: string;
};

/**
 * All accounts of the intervenant who asks: his own and, in other collectivités, those of the same e-mail, by which he
 * proved who he is. His own schedule is the only thing that crosses managers: nothing else may be read by these ids.
 * None for who is no intervenant here, nor of erased persons. One query.
 */
export async function ownIntervenants(actor: Actor, tx: DbOrTx = db()): Promise<OwnIntervenant[]> {
  if (actor.kind !== 'person' || actor.intervenantId === null) return [];
  return tx.$queryRaw<OwnIntervenant[]>`
    SELECT p.id AS "personId", i.id AS "intervenantId", p."collectiviteId", c.name AS collectivite, c.timezone AS zone
      FROM "Person" me JOIN "Intervenant" mine ON mine."personId" = me.id
      JOIN "Person" p ON p.id = me.id OR (p.email = me.email AND p."collectiviteId" <> me."collectiviteId")
      JOIN "Intervenant" i ON i."personId" = p.id JOIN "Collectivite" c ON c.id = p."collectiviteId"
     WHERE me.id = ${actor.personId}::uuid AND me."erasedAt" IS NULL AND p."erasedAt" IS NULL
     ORDER BY (p.id = me.id) DESC, c.name, p.id`;
}

/** Himself in the collectivité of one of his accounts: there he is an intervenant and nothing more. Null: it is not his. */
export async function ownAccount(actor: Actor, personId: string, tx: DbOrTx = db()): Promise<PersonActor | null> {
  const own = (await ownIntervenants(actor, tx)).find((one) => one.personId === personId);
  if (!own || actor.kind !== 'person') return null;
  const { collectiviteId, intervenantId } = own;
  return { kind: 'person', personId, collectiviteId, name: actor.name, professionalId: null, intervenantId, roles: [] };
}
