import type { Tx } from '#app/db/client.server.ts';
import { recording } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import type { Asked, RequestReason } from './admission.ts';
import type { Applicant } from './applicants.server.ts';
import { lackInWords, requestReasonInWords } from './messages.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { aboutEnrollment, notify, type Notice } from './notices.server.ts';
import type { Standing } from './queue.ts';
import type { LiveState } from './state.ts';

/** Who books what: all that was weighed before the session was locked. */
export type Booking = {
  /** Of the enrolment to be. */
  id: string;
  meeting: LoadedMeeting;
  applicant: Applicant;
  children: Asked['children'];
  wish: 'ENROLL' | 'ASK';
  declared: readonly string[];
  reasons: RequestReason[];
  /** The standing membership that brings her, which tells her itself; null: none. */
  membershipId: string | null;
  actor: Actor;
  onBehalf: boolean;
  now: Date;
};

/** What the newcomer gets; `stand`: her rank and what is lacking, when she waits. */
export type Given = { state: LiveState; arrival: number; stand: Standing | null };

/**
 * Writes a new enrolment under its session's lock, in two statements because those behind wait meanwhile: rows,
 * arrival number and history; then message and jobs.
 */
export async function writeEnrollment(tx: Tx, booking: Booking, given: Given): Promise<void> {
  await insert(tx, booking, given);
  const { id, meeting, applicant, now } = booking;
  const render = { task: 'render-enrollment-event', payload: { enrollmentId: id }, key: `render:${id}` };
  const notices = booking.membershipId ? [] : [{ to: applicant, enrollmentId: id, ...wordsFor(booking, given) }];
  await notify(tx, meeting, notices, now, [render]);
}

async function insert(tx: Tx, booking: Booking, { state, arrival }: Given): Promise<void> {
  const { id, meeting, applicant, children, wish, declared, reasons, membershipId, actor, now } = booking;
  const { collectiviteId } = meeting;
  const history = recording(now, [
    {
      collectiviteId,
      actorId: meeting.kind === 'ANALYSE' ? null : actorId(actor),
      subject: 'enrollment',
      subjectId: id,
      what: `created:${state}`,
      detail: { children: children.length, reasons },
    },
  ]);
  await tx.$executeRaw`
    WITH numbered AS (
      UPDATE "Session" SET "nextArrival" = ${arrival + 1}::int WHERE id = ${meeting.id}::uuid),
    enrolled AS (
      INSERT INTO "Enrollment" (id, "collectiviteId", "sessionId", "personId", state, arrival, wish, "requestReasons",
                                declared, "membershipId", "createdById", "createdAt", "changedAt")
      VALUES (${id}::uuid, ${collectiviteId}::uuid, ${meeting.id}::uuid, ${applicant.id}::uuid,
              ${state}::"EnrollmentState", ${arrival}::int, ${wish}::"ServingWish", ${reasons}::text[],
              ${[...declared]}::text[], ${membershipId}::uuid, ${actorId(actor) ?? applicant.id}::uuid, ${now}::timestamptz,
              ${now}::timestamptz)),
    brought AS (
      INSERT INTO "EnrolledChild" (id, "collectiviteId", "enrollmentId", "childId", "fromMonths", "untilMonths")
      SELECT gen_random_uuid(), ${collectiviteId}::uuid, ${id}::uuid, c."childId", c."fromMonths", c."untilMonths"
        FROM jsonb_to_recordset(${JSON.stringify(children)}::jsonb)
          AS c ("childId" uuid, "fromMonths" int, "untilMonths" int))
    ${history}`;
}

function wordsFor(booking: Booking, { state, stand }: Given): Pick<Notice, 'content' | 'invitation'> {
  const { id, meeting, children, reasons, wish } = booking;
  const about = aboutEnrollment(meeting, id, children.length, 0);
  if (state === 'CONFIRMED')
    return { content: { template: 'enrollment-confirmed', props: about }, invitation: 'REQUEST' };
  if (state === 'REQUESTED') {
    const props = { ...about, reasons: reasons.map(requestReasonInWords) };
    return { content: { template: 'enrollment-requested', props } };
  }
  const lacking = stand ? lackInWords(stand.lack, stand.heldForAnother) : '';
  return { content: { template: 'enrollment-waiting', props: { ...about, rank: stand?.rank ?? 1, lacking, wish } } };
}
