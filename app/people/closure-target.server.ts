import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';
import type { ClosureOf } from './closure.ts';
import { managedRelais } from './managed-relais.server.ts';
import { isStaff, maySomewhere, relaisWhere } from './permissions.ts';

/** The columns that say what is closed. */
export type ClosureTarget = {
  collectiviteId: string;
  relaisId: string | null;
  siteId: string | null;
  personId: string | null;
};

/**
 * What the actor may close: a relais of hers; a site where one of her relais meets; someone who works in one of them, an
 * intervenant, herself. Null: it is not there, or not for her.
 */
export async function closureTarget(tx: Tx, actor: Actor, of: ClosureOf): Promise<ClosureTarget | null> {
  const none = { relaisId: null, siteId: null, personId: null };
  if ('relaisId' in of) {
    const relais = await managedRelais(tx, actor, 'closure.write', of.relaisId);
    return relais && { ...none, collectiviteId: relais.collectiviteId, relaisId: relais.id };
  }
  const collectiviteId = 'siteId' in of ? await siteFor(tx, actor, of.siteId) : await personFor(tx, actor, of.personId);
  return collectiviteId === null ? null : { ...none, collectiviteId, ...of };
}

async function siteFor(tx: Tx, actor: Actor, siteId: string): Promise<string | null> {
  const where = relaisWhere(actor, 'closure.write');
  const site = await tx.site.findFirst({
    where: { id: siteId, ...ofHers(actor) },
    select: { collectiviteId: true, uses: { select: { relaisId: true } } },
  });
  if (!site || !maySomewhere(actor, 'closure.write')) return null;
  const meets = site.uses.length === 0 || where === 'all' || site.uses.some(({ relaisId }) => where.includes(relaisId));
  return meets ? site.collectiviteId : null;
}

async function personFor(tx: Tx, actor: Actor, personId: string): Promise<string | null> {
  const where = relaisWhere(actor, 'closure.write');
  const person = await tx.person.findFirst({
    where: { id: personId, ...ofHers(actor), erasedAt: null },
    select: { collectiviteId: true, intervenant: { select: { id: true } }, roles: { select: { relaisId: true } } },
  });
  if (!person) return null;
  const { collectiviteId, intervenant, roles } = person;
  const own = actor.kind === 'person' && actor.personId === personId && isStaff(actor);
  const works = roles.some(({ relaisId }) => where === 'all' || (relaisId !== null && where.includes(relaisId)));
  const speaks = intervenant !== null && maySomewhere(actor, 'closure.write');
  return own || works || speaks ? collectiviteId : null;
}

const ofHers = (actor: Actor) => (actor.kind === 'person' ? { collectiviteId: actor.collectiviteId } : {});
