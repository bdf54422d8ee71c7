import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { admit } from './admission.ts';
import { loadApplicants, overlapsOf } from './applicants.server.ts';
import { deskFor, type DeskAccess } from './desk-access.server.ts';
import { profileInWords } from './desk-words.ts';
import { refusalForStaff } from './desk-refusals.ts';
import { liveEnrollment, partyChoices, type LiveRow, type PanelParty } from './my-party.server.ts';
import { mayOnBehalf } from './on-behalf.server.ts';
import type { Foresight } from './party-preview.ts';
import { foresee } from './panel-bookings.server.ts';
import { linesOf } from './standings.server.ts';

/** Someone chosen to be enrolled, with what the browser needs to foresee the answer. */
export type DeskBooking = PanelParty & {
  personId: string;
  name: string;
  profile: string;
  phone: string | null;
  mailed: boolean;
  /** She has yet to sign the règlement. */
  toSign: boolean;
  /** What she has in this session; null: nothing yet. */
  live: { id: string; state: LiveRow['state'] } | null;
  /** The session where she is at the same time; null: none. */
  overlap: string | null;
  /** Why she cannot be enrolled, whatever the children. */
  refusal: string | null;
  withChildren: 'NONE' | 'OPTIONAL' | 'REQUIRED';
  most: number | null;
  /** The actor may accept beyond the agrément. */
  mayAnswer: boolean;
  foresight: Foresight;
};

/** Someone to enrol in a session on her behalf; null: neither for this actor nor there. */
export async function deskBooking(
  actor: Actor,
  { sessionId, personId }: { sessionId: string; personId: string },
  now: Date,
  tx: Tx = db(),
): Promise<DeskBooking | null> {
  if (!isUuid(personId)) return null;
  const access = await deskFor(actor, sessionId, 'enroll', now, tx);
  if (!access) return null;
  const about = { meeting: access.meeting, personId };
  const reached = await mayOnBehalf(tx, actor, 'enrollment.forOthers', about, now);
  return reached ? bookingOf(tx, access, personId, now) : null;
}

/** The same for an enrolment that is there, to change its children. */
export async function bookingOf(tx: Tx, access: DeskAccess, personId: string, now: Date): Promise<DeskBooking | null> {
  const { meeting, rights } = access;
  const [applicant] = await loadApplicants(tx, [personId], meeting, now);
  const identity = applicant && (await identityOf(tx, personId));
  if (!identity) return null;
  const live = await liveEnrollment(tx, personId, meeting.id);
  const party = await partyChoices(tx, personId, meeting, live);
  const line = (await linesOf(tx, [meeting], now)).get(meeting.id) ?? { queue: [], room: meeting.ceilings };
  const [overlap] = await overlapsOf(tx, [personId], meeting);
  const nobody = { children: [], declared: [] };
  const admission = admit(meeting, applicant, nobody, now, true);
  const refused = !admission.admitted && admission.refusal.code !== 'CHILDREN_NEEDED' ? admission.refusal : null;
  const { welcome, perAdult } = meeting.rules.children;
  return {
    ...party,
    // Her labels are for those who know her: the team of a relais of hers.
    children: applicant.tie === 'OTHER' && live === null && access.as === 'HOST' ? [] : party.children,
    ...identity,
    toSign: meeting.rules.reglement === 'REQUIRED' && !applicant.reglementAccepted,
    live: live && { id: live.id, state: live.state },
    overlap: overlap?.title ?? null,
    refusal: refused && refusalForStaff(refused, meeting.zone),
    withChildren: welcome,
    most: perAdult,
    mayAnswer: rights.answer,
    foresight: await foresee(tx, meeting, applicant, line, live, now),
  };
}

async function identityOf(tx: Tx, personId: string) {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      ...{ firstName: true, lastName: true, phone: true, email: true },
      professional: { select: { kind: true } },
      participant: { select: { kind: true } },
    },
  });
  if (!person) return null;
  const { firstName, lastName, phone, email, professional, participant } = person;
  return {
    personId,
    name: `${firstName} ${lastName}`,
    profile: profileInWords(professional?.kind ?? null, participant?.kind ?? null),
    phone,
    mailed: email !== null,
  };
}
