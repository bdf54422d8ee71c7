import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';

/**
 * The condition, on "Session" s and "Activity" a, under which an actor sees a session's page: published or cancelled,
 * of her own collectivité when she has one; an ANALYSE only if she is in it, leads it, or plans in its relais (rule 8).
 */
export function visibleSession(actor: Actor): Prisma.Sql {
  const shown = Prisma.sql`s.state <> 'DRAFT'`;
  if (actor.kind === 'system') return shown;
  if (actor.kind !== 'person') return Prisma.sql`${shown} AND a.kind <> 'ANALYSE'`;
  const { collectiviteId, personId } = actor;
  const where = relaisWhere(actor, 'session.plan');
  const plans = where === 'all' ? Prisma.sql`true` : Prisma.sql`s."relaisId" = ANY(${[...where]}::uuid[])`;
  return Prisma.sql`${shown} AND s."collectiviteId" = ${collectiviteId}::uuid AND (a.kind <> 'ANALYSE' OR ${plans}
    OR EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."sessionId" = s.id AND e."personId" = ${personId}::uuid
                AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'))
    OR EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l."personId" = ${personId}::uuid
                AND l.state <> 'DECLINED'))`;
}
