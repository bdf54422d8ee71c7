import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from './actor.ts';
import { doubleReason, doubleWords, type Named } from './doubles.ts';
import { fileScope } from './managed-files.server.ts';

/** Someone who has a file already, as far as this actor may know her. */
export type KnownPerson = Named & {
  name: string;
  commune: string | null;
  relais: string | null;
  professional: boolean;
  /** May the actor open the file? */
  mine: boolean;
};

/** Everyone of a collectivité who may be told twice: professionals and participants. One query. */
export async function knownPeople(
  db: DbOrTx,
  actor: Actor,
  collectiviteId: string,
  now: Date,
  only: Prisma.Sql = Prisma.sql`TRUE`,
): Promise<KnownPerson[]> {
  return db.$queryRaw<KnownPerson[]>`
    SELECT p.id, p."firstName", p."lastName", p.email, p.phone, f."communeId", co.name AS commune, home.name AS relais,
           p."firstName" || ' ' || p."lastName" AS name, f.id IS NOT NULL AS professional,
           coalesce(f.id IS NOT NULL AND ${fileScope(actor, 'professional.write', now)}, false) AS mine
      FROM "Person" p JOIN "Collectivite" c ON c.id = p."collectiviteId"
      LEFT JOIN "Professional" f ON f."personId" = p.id LEFT JOIN "Participant" pa ON pa."personId" = p.id
      LEFT JOIN "Commune" co ON co.id = f."communeId"
      LEFT JOIN LATERAL (SELECT r.name FROM "RelaisMembership" m JOIN "Relais" r ON r.id = m."relaisId"
         WHERE m."professionalId" = f.id ORDER BY m.until IS NULL DESC, m.home DESC, m."from" DESC LIMIT 1) home ON true
     WHERE p."collectiviteId" = ${collectiviteId}::uuid AND p."erasedAt" IS NULL
       AND (f.id IS NOT NULL OR pa.id IS NOT NULL) AND ${only}
     ORDER BY p."lastName", p."firstName", p.id`;
}

/** One who may be the person described, and why: "même nom, même commune". */
export type LikelyDouble = Pick<KnownPerson, 'id' | 'name' | 'commune' | 'relais' | 'mine' | 'professional'> & {
  reason: string;
  hasEmail: boolean;
};

/** Those among the known who may be this person. */
export function likelyDoubles(known: readonly KnownPerson[], someone: Omit<Named, 'id'>): LikelyDouble[] {
  return known.flatMap((one) => {
    const reason = doubleReason({ ...someone, id: '' }, one);
    if (reason === null) return [];
    const { id, name, commune, relais, mine, professional, email } = one;
    return [{ id, name, commune, relais, mine, professional, hasEmail: email !== null, reason: doubleWords(reason) }];
  });
}
