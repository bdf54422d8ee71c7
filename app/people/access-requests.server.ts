import { db, type Tx } from '#app/db/client.server.ts';
import { capital, deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { knownPeople, likelyDoubles, type LikelyDouble } from './known-people.server.ts';
import { relaisWhere } from './permissions.ts';
import { kindWords } from './professional-words.ts';

export type AskedAccess = {
  id: string;
  name: string;
  kind: string;
  email: string | null;
  phone: string | null;
  commune: string | null;
  relais: string;
  at: string;
  /** Files that may be hers already. */
  doubles: LikelyDouble[];
};

/** Requests of the actor's relais that nobody has answered, the oldest first; three queries whatever their number. */
export async function accessRequests(actor: Actor, now: Date, tx: Tx = db()): Promise<AskedAccess[]> {
  if (actor.kind !== 'person') return [];
  const rows = await tx.accessRequest.findMany({
    where: pendingFor(actor),
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { relais: { select: { name: true, collectivite: { select: { timezone: true } } } } },
  });
  const communes = await tx.commune.findMany({
    where: { id: { in: rows.flatMap(({ communeId }) => communeId ?? []) } },
    select: { id: true, name: true },
  });
  const known = rows.length === 0 ? [] : await knownPeople(tx, actor, actor.collectiviteId, now);
  return rows.map(({ id, firstName, lastName, email, phone, communeId, kind, relais, at }) => {
    const zone = relais.collectivite.timezone;
    return {
      ...{ id, email, phone, relais: relais.name, name: `${firstName} ${lastName}`, kind: capital(kindWords(kind)) },
      commune: communes.find((commune) => commune.id === communeId)?.name ?? null,
      at: capital(deadline(at, zone, { reference: localDate(now, zone) })),
      doubles: likelyDoubles(known, { firstName, lastName, email, phone, communeId }),
    };
  });
}

/** How many requests wait for an answer in the actor's relais. */
export async function accessRequestCount(actor: Actor, tx: Tx = db()): Promise<number> {
  return actor.kind === 'person' ? tx.accessRequest.count({ where: pendingFor(actor) }) : 0;
}

function pendingFor(actor: Extract<Actor, { kind: 'person' }>) {
  const where = relaisWhere(actor, 'professional.write');
  return {
    state: 'PENDING' as const,
    collectiviteId: actor.collectiviteId,
    ...(where === 'all' ? {} : { relaisId: { in: [...where] } }),
  };
}
