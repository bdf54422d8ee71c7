import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from './actor.ts';
import { relaisWhere, type Permission } from './permissions.ts';

/** The collectivité's day. Wants "Collectivite" c beside it. */
export const dayOf = (now: Date): Prisma.Sql => Prisma.sql`(${now}::timestamptz AT TIME ZONE c.timezone)::date`;

/**
 * Which professionals' files the actor may do this with: a condition on "Professional" f, beside its "Collectivite" c.
 * A file belongs to the relais she is tied to, now or later; once she has left them all, to those she left.
 */
export function fileScope(actor: Actor, permission: Permission, now: Date): Prisma.Sql {
  if (actor.kind === 'system') return Prisma.sql`TRUE`;
  const where = relaisWhere(actor, permission);
  if (actor.kind !== 'person' || where.length === 0) return Prisma.sql`FALSE`;
  const hers = Prisma.sql`f."collectiviteId" = ${actor.collectiviteId}::uuid`;
  if (where === 'all') return hers;
  return Prisma.sql`${hers} AND EXISTS (
    SELECT 1 FROM "RelaisMembership" m
     WHERE m."professionalId" = f.id AND m."relaisId" = ANY(${[...where]}::uuid[])
       AND (m.until IS NULL OR m.until >= ${dayOf(now)} OR NOT EXISTS (
         SELECT 1 FROM "RelaisMembership" o
          WHERE o."professionalId" = f.id AND (o.until IS NULL OR o.until >= ${dayOf(now)}))))`;
}

export type ManagedFile = {
  professionalId: string;
  personId: string;
  collectiviteId: string;
  email: string | null;
  /** The collectivité's day, `YYYY-MM-DD`. */
  today: string;
};

/** The file of a person, found through the actor; null: not there, or not for her. */
export async function managedFile(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  personId: string,
  now: Date,
): Promise<ManagedFile | null> {
  if (!isUuid(personId)) return null;
  const [file] = await tx.$queryRaw<ManagedFile[]>`
    SELECT f.id AS "professionalId", p.id AS "personId", f."collectiviteId", p.email, ${dayOf(now)}::text AS today
      FROM "Professional" f
      JOIN "Person" p ON p.id = f."personId" AND p."erasedAt" IS NULL
      JOIN "Collectivite" c ON c.id = f."collectiviteId"
     WHERE p.id = ${personId}::uuid AND ${fileScope(actor, permission, now)}`;
  return file ?? null;
}
