import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';

/**
 * The condition, on "ToTell" t, "Session" s and "Enrollment" e, under which someone is still to be told: she has not
 * confirmed reading, the session has not begun, nothing later was to be told of her place, and what was to be told still
 * holds.
 */
export function stillToTell(now: Date): Prisma.Sql {
  return Prisma.sql`t."readAt" IS NULL AND s."startsAt" > ${now}::timestamptz
    AND CASE WHEN t.cause = 'CANCELLED' THEN s.state = 'CANCELLED'
             ELSE s.state = 'PUBLISHED' AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED') END
    AND NOT EXISTS (SELECT 1 FROM "ToTell" later WHERE later."enrollmentId" = t."enrollmentId" AND later.round > t.round)`;
}

/** Of the sessions of her relais, and of those she covers elsewhere. */
export function tellsFor(actor: PersonActor): Prisma.Sql {
  const where = relaisWhere(actor, 'enrollment.message');
  const own = Prisma.sql`t."collectiviteId" = ${actor.collectiviteId}::uuid`;
  if (where === 'all') return own;
  return Prisma.sql`${own} AND (s."relaisId" = ANY(${[...where]}::uuid[])
    OR s.id = ANY(${[...(actor.covers ?? [])]}::uuid[]))`;
}
