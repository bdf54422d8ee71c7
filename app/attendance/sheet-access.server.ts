import { db, type Tx } from '#app/db/client.server.ts';
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

async function facilitates(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const found = await tx.session.count({
    where: {
      id: sessionId,
      OR: [
        {
          assignments: { some: { personId, role: 'INTERVENANT', state: { not: 'DECLINED' } } },
          activity: { cohorts: { none: { endedAt: null } } },
        },
        { cohorts: { some: { excluded: false, cohort: { facilitatorId: personId } } } },
      ],
    },
  });
  return found > 0;
}
