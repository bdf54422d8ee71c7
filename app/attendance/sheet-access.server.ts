import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import { loadMeeting, type LoadedMeeting } from '#app/enrollment/meetings.server.ts';
import { maySeeNames } from '#app/enrollment/named.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayAt } from '#app/people/permissions.ts';

/** Before whom a session's sheet opens, and how far. */
export type SheetAccess = {
  meeting: LoadedMeeting;
  mark: boolean;
  /** ANALYSE: names are for two persons only (rule 8); others get totals. */
  named: boolean;
};

/** The sheet of a session for this actor; null: it does not exist for her. */
export async function sheetAccess(actor: Actor, sessionId: string, tx: Tx = db()): Promise<SheetAccess | null> {
  if ((actor.kind !== 'person' && actor.kind !== 'system') || !isUuid(sessionId)) return null;
  const meeting = await loadMeeting(tx, sessionId);
  if (!meeting || meeting.state === 'DRAFT') return null;
  if (actor.kind === 'system') return { meeting, mark: true, named: true };
  if (meeting.collectiviteId !== actor.collectiviteId) return null;
  const reads = mayAt(actor, 'attendance.read', meeting);
  if (meeting.kind !== 'ANALYSE') {
    return reads ? { meeting, mark: mayAt(actor, 'attendance.mark', meeting), named: true } : null;
  }
  const mark = await facilitates(tx, actor.personId, meeting.id);
  if (!mark && !reads) return null;
  return { meeting, mark, named: mark || (await maySeeNames(tx, actor, meeting)) };
}

/** The group's facilitator; as long as it has none, the intervenant of the session. */
async function facilitates(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT ${facilitatedBy(personId)} AS is FROM "Session" s WHERE s.id = ${sessionId}::uuid`;
  return row?.is ?? false;
}

/** Is this person the facilitator, on "Session" s? */
export function facilitatedBy(personId: string): Prisma.Sql {
  return Prisma.sql`coalesce(
    (SELECT k."facilitatorId" = ${personId}::uuid FROM "Cohort" k
      WHERE k."activityId" = s."activityId" AND k."facilitatorId" IS NOT NULL ORDER BY k."endedAt" DESC NULLS FIRST LIMIT 1),
    EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l."personId" = ${personId}::uuid
               AND l.role = 'INTERVENANT' AND l.state <> 'DECLINED'))`;
}
