import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere, type Permission } from '#app/people/permissions.ts';

/**
 * The condition, on "Session" s and "Activity" a, under which a member of the team sees a session in her planning: those
 * of her relais, drafts included (an ANALYSE only where she plans, or when she leads it: rule 8), those she leads
 * elsewhere, and what another relais shares with hers once it is published.
 */
export function teamSession(actor: PersonActor): Prisma.Sql {
  const reads = relaisWhere(actor, 'enrollment.list');
  const guest =
    reads === 'all'
      ? Prisma.sql`false`
      : Prisma.sql`(s.state <> 'DRAFT' AND a.kind <> 'ANALYSE' AND EXISTS (SELECT 1 FROM "ActivityGuest" g
          WHERE g."activityId" = a.id AND g."relaisId" = ANY(${[...reads]}::uuid[])))`;
  return Prisma.sql`s."collectiviteId" = ${actor.collectiviteId}::uuid AND (
    (${inRelais(actor, 'enrollment.list')} AND (a.kind <> 'ANALYSE' OR ${inRelais(actor, 'session.plan')} OR ${leads(actor)}))
    OR s.id = ANY(${[...(actor.covers ?? [])]}::uuid[]) OR ${guest})`;
}

/** Where the actor has a permission, on "Session" s. */
export function inRelais(actor: PersonActor, permission: Permission): Prisma.Sql {
  const where = relaisWhere(actor, permission);
  return where === 'all' ? Prisma.sql`true` : Prisma.sql`s."relaisId" = ANY(${[...where]}::uuid[])`;
}

/** Does she lead this session? */
export function leads({ personId }: PersonActor): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" mine WHERE mine."sessionId" = s.id
    AND mine."personId" = ${personId}::uuid AND mine.state <> 'DECLINED')`;
}
