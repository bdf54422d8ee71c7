import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere, type Permission } from '#app/people/permissions.ts';

/**
 * The condition, on "Material" m and "Activity" a, under which someone opens a document: who is enrolled (a request
 * counts until the session is over) or came; who leads the session it is about; the team of the relais. An ANALYSE:
 * its participants, its facilitator, its composer (rule 8).
 */
export function readsMaterial(actor: PersonActor, now: Date): Prisma.Sql {
  const { personId, collectiviteId } = actor;
  return Prisma.sql`(m."retiredAt" IS NULL AND (${comes(actor, now)}
    OR (a.kind <> 'ANALYSE' AND a."collectiviteId" = ${collectiviteId}::uuid AND ${heldIn(actor, 'enrollment.list')})
    OR (a.kind <> 'ANALYSE' AND EXISTS (SELECT 1 FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId"
          WHERE s."activityId" = a.id AND (m."sessionId" IS NULL OR s.id = m."sessionId")
            AND l."personId" = ${personId}::uuid AND l.state = 'ACCEPTED'))
    OR (a.kind = 'ANALYSE' AND EXISTS (SELECT 1 FROM "Cohort" c WHERE c."activityId" = a.id AND c."endedAt" IS NULL
          AND (c."facilitatorId" = ${personId}::uuid
            OR (c."composerId" = ${personId}::uuid AND ${heldIn(actor, 'cohort.compose')}))))))`;
}

/** The same for herself alone, as one who comes. */
export function comes({ personId }: PersonActor, now: Date): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT 1 FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
      WHERE e."personId" = ${personId}::uuid AND s."activityId" = a.id AND (m."sessionId" IS NULL OR s.id = m."sessionId")
        AND (e.state = 'CONFIRMED' OR (e.state = 'REQUESTED' AND s."endsAt" > ${now}::timestamptz)))
    OR EXISTS (SELECT 1 FROM "Presence" p JOIN "Session" s ON s.id = p."sessionId"
      WHERE p."personId" = ${personId}::uuid AND s."activityId" = a.id
        AND (m."sessionId" IS NULL OR s.id = m."sessionId")))`;
}

function heldIn(actor: PersonActor, permission: Permission): Prisma.Sql {
  const where = relaisWhere(actor, permission);
  return where === 'all' ? Prisma.sql`true` : Prisma.sql`a."relaisId" = ANY(${[...where]}::uuid[])`;
}
