import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { Permission } from '#app/people/permissions.ts';
import { loadApplicants, type Applicant } from './applicants.server.ts';
import { lockMeeting, type LoadedMeeting } from './meetings.server.ts';
import { mayOnBehalf } from './on-behalf.server.ts';
import type { EnrollmentStateName } from './state.ts';

/** An enrolment under its session's lock, with who asks about it. */
export type Held = {
  meeting: LoadedMeeting;
  person: Pick<Applicant, 'id' | 'email' | 'readsFeed'>;
  id: string;
  state: EnrollmentStateName;
  children: number;
  round: number;
  offerExpiresAt: Date | null;
  requestReasons: string[];
  byStaff: boolean;
  /** Whose name the history bears: the actor's, or hers when a link from her mail was used. */
  actorId: string | null;
};

/** Locks the session of an enrolment that this actor may act upon: her own, by link, or as staff; null: it does not exist for her. */
export async function holdEnrollment(
  tx: Tx,
  actor: Actor,
  enrollmentId: string,
  permission: Permission,
  now: Date,
): Promise<Held | null> {
  const found = await tx.enrollment.findUnique({ where: { id: enrollmentId }, select: { sessionId: true } });
  const meeting = found && (await lockMeeting(tx, found.sessionId));
  if (!meeting) return null;
  const row = await tx.enrollment.findUnique({
    where: { id: enrollmentId },
    select: {
      id: true,
      personId: true,
      state: true,
      offerRound: true,
      offerExpiresAt: true,
      requestReasons: true,
      _count: { select: { children: true } },
    },
  });
  if (!row) return null;
  const own = isHers(actor, row);
  const { personId } = row;
  if (!own && !(await mayOnBehalf(tx, actor, permission, { meeting, personId }, now))) return null;
  const [person] = await loadApplicants(tx, [row.personId], meeting, now);
  return {
    meeting,
    person: person ?? { id: row.personId, email: null, readsFeed: false },
    id: row.id,
    state: row.state,
    children: row._count.children,
    round: row.offerRound,
    offerExpiresAt: row.offerExpiresAt,
    requestReasons: row.requestReasons,
    byStaff: !own,
    actorId: actor.kind === 'person' ? actor.personId : actor.kind === 'bearer' ? row.personId : null,
  };
}

function isHers(actor: Actor, row: { id: string; personId: string; offerRound: number }): boolean {
  switch (actor.kind) {
    case 'person':
      return actor.personId === row.personId;
    case 'bearer':
      if (actor.purpose === 'read' || actor.enrollmentId !== row.id) return false;
      return actor.purpose === 'withdraw' || actor.round === row.offerRound;
    case 'anonymous':
    case 'system':
      return false;
  }
}
