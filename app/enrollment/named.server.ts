import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayAt } from '#app/people/permissions.ts';
import type { LoadedMeeting } from './meetings.server.ts';

/**
 * May this actor know who is in this session? Always, but for a group of analysis (rule 8): only its facilitator and
 * the one who composes it, who is whoever made its group, else leads it, else enrolled its first member; as long as
 * nobody does, whoever may answer requests there.
 */
export async function maySeeNames(tx: Tx, actor: Actor, meeting: LoadedMeeting): Promise<boolean> {
  if (meeting.kind !== 'ANALYSE' || actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  const [row] = await tx.$queryRaw<{ facilitates: boolean; composer: string | null }[]>`
    SELECT EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = ${meeting.id}::uuid AND l.role = 'INTERVENANT'
                      AND l.state <> 'DECLINED' AND l."personId" = ${actor.personId}::uuid)
        OR EXISTS (SELECT 1 FROM "CohortSession" c JOIN "Cohort" k ON k.id = c."cohortId"
                    WHERE c."sessionId" = ${meeting.id}::uuid AND k."facilitatorId" = ${actor.personId}::uuid) AS facilitates,
           coalesce(
             (SELECT coalesce(k."composerId", k."createdById") FROM "CohortSession" c JOIN "Cohort" k ON k.id = c."cohortId"
               WHERE c."sessionId" = ${meeting.id}::uuid ORDER BY k."createdAt" LIMIT 1),
             (SELECT l."personId" FROM "Assignment" l WHERE l."sessionId" = ${meeting.id}::uuid AND l.role = 'ANIMATOR'
                 AND l.state <> 'DECLINED' ORDER BY l.id LIMIT 1),
             (SELECT e."createdById" FROM "Enrollment" e WHERE e."sessionId" = ${meeting.id}::uuid
                 AND e."createdById" <> e."personId" ORDER BY e.arrival LIMIT 1)) AS composer`;
  if (row?.facilitates) return true;
  return row?.composer ? row.composer === actor.personId : mayAt(actor, 'enrollment.answer', meeting);
}
