import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { servesAt } from './allocate.server.ts';
import { deskAccess, type DeskAccess, type DeskRights } from './desk-access.server.ts';
import { bookingOf, type DeskBooking } from './desk-booking.server.ts';
import { deskHead, type DeskHead } from './desk-head.ts';
import { isBeyond, reasonsForStaff } from './desk-words.ts';
import { withChildrenInWords } from './panel-words.ts';
import { isLive, type EnrollmentStateName } from './state.ts';
import { mayOnBehalf } from './on-behalf.server.ts';

/** One enrolment on the pages that change it. */
export type DeskEnrollment = {
  head: DeskHead;
  id: string;
  personId: string;
  name: string;
  phone: string | null;
  mailed: boolean;
  state: EnrollmentStateName;
  live: boolean;
  /** "avec 2 enfants" */
  party: string;
  reasons: string[];
  /** Accepting it needs a reason. */
  beyond: boolean;
  /** Withdrawing now is noted as late. */
  late: boolean;
};

/** An enrolment of a session whose desk is this actor's, for what this right allows; null: not hers. */
export async function deskEnrollment(
  actor: Actor,
  enrollmentId: string,
  right: keyof DeskRights,
  now: Date,
  tx: Tx = db(),
): Promise<DeskEnrollment | null> {
  const found = await findIt(actor, enrollmentId, right, now, tx);
  if (!found) return null;
  const { access, row } = found;
  const { firstName, lastName, phone, email } = row.person;
  return {
    head: deskHead(access, now),
    id: row.id,
    personId: row.personId,
    name: `${firstName} ${lastName}`,
    phone,
    mailed: email !== null,
    state: row.state,
    live: isLive(row.state),
    party: withChildrenInWords(row._count.children),
    reasons: reasonsForStaff(row.requestReasons),
    beyond: isBeyond(row.requestReasons),
    late: row.state !== 'WAITING' && !servesAt(access.meeting, now),
  };
}

/** The same with the form that changes its children; `booking` null: it is over. */
export async function deskParty(
  actor: Actor,
  enrollmentId: string,
  now: Date,
  tx: Tx = db(),
): Promise<{ head: DeskHead; booking: DeskBooking | null; enrollmentId: string } | null> {
  const found = await findIt(actor, enrollmentId, 'enroll', now, tx);
  if (!found) return null;
  const { access, row } = found;
  const open = isLive(row.state) && now < access.meeting.startsAt;
  return {
    head: deskHead(access, now),
    booking: open ? await bookingOf(tx, access, row.personId, now) : null,
    enrollmentId: row.id,
  };
}

async function findIt(actor: Actor, enrollmentId: string, right: keyof DeskRights, now: Date, tx: Tx) {
  if (!isUuid(enrollmentId)) return null;
  const row = await tx.enrollment.findUnique({
    where: { id: enrollmentId },
    select: {
      ...{ id: true, sessionId: true, personId: true, state: true, requestReasons: true },
      person: { select: { firstName: true, lastName: true, phone: true, email: true } },
      _count: { select: { children: true } },
    },
  });
  const access = row && (await deskAccess(actor, row.sessionId, now, tx));
  if (!row || !access?.rights[right] || !(await concerns(tx, actor, access, row.personId, now))) return null;
  return { access, row };
}

/** A guest changes those of her own relais only. */
async function concerns(tx: Tx, actor: Actor, access: DeskAccess, personId: string, now: Date): Promise<boolean> {
  if (access.as === 'HOST') return true;
  return mayOnBehalf(tx, actor, 'enrollment.forOthers', { meeting: access.meeting, personId }, now);
}
