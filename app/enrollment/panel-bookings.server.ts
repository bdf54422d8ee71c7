import type { Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { reglementToAccept } from '#app/people/reglements.server.ts';
import { admit, type Asked, type Refusal } from './admission.ts';
import { loadApplicants, overlapsOf, quotasReached, type Applicant } from './applicants.server.ts';
import { fits } from './capacity.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { refusalInWords } from './messages.ts';
import { mineInPanel, type PanelMine } from './mine-in-panel.ts';
import { liveEnrollment, partyChoices, type LiveRow, type PanelParty } from './my-party.server.ts';
import { partyOf } from './party.ts';
import type { Foresight } from './party-preview.ts';
import { HELD_AFTER } from './queue.ts';
import { prioritiesIn, type Line } from './standings.server.ts';

/** What a professional may do about a session, or has in it. */
export type PanelBooking = PanelParty & {
  mine: PanelMine | null;
  /** Why she cannot book, whatever the children; null: she may. */
  refusal: string | null;
  /** The title of what she is confirmed in at the same time; null: nothing. */
  overlap: string | null;
  reglement: { id: string; title: string } | null;
  conditions: readonly { code: string; words: string }[];
  withChildren: 'NONE' | 'OPTIONAL' | 'REQUIRED';
  most: number | null;
  foresight: Foresight;
};

/** Her part of the booking panel; null: she has no file in the session's collectivité. */
export async function panelBooking(
  tx: Tx,
  actor: PersonActor,
  meeting: LoadedMeeting,
  line: Line,
  now: Date,
): Promise<PanelBooking | null> {
  const { personId } = actor;
  const [person] = await loadApplicants(tx, [personId], meeting, now);
  if (!person) return null;
  const live = await liveEnrollment(tx, personId, meeting.id);
  const [overlap] = live ? [] : await overlapsOf(tx, [personId], meeting);
  const title = overlap?.title ?? null;
  const mustAccept = !live && meeting.rules.reglement === 'REQUIRED' && !person.reglementAccepted;
  const foresight = await foresee(tx, meeting, person, line, live, now);
  return {
    ...(await partyChoices(tx, personId, meeting, live)),
    mine: live && mineInPanel(live, line, meeting, now),
    refusal: live ? null : await refusalOf(tx, meeting, person, foresight, title),
    overlap: title,
    reglement: mustAccept ? await reglementToAccept(actor, meeting.relaisId, now, tx) : null,
    conditions: live ? [] : meeting.rules.conditions,
    withChildren: meeting.rules.children.welcome,
    most: meeting.rules.children.perAdult,
    foresight,
  };
}

/** What would come of her booking now: the room there is, who is before her, what binds her. */
export async function foresee(
  tx: Tx,
  meeting: LoadedMeeting,
  { kind, active, tie, guestOf, communeId, agrement, reglementAccepted, id }: Applicant,
  { queue, room }: Line,
  live: LiveRow | null,
  now: Date,
): Promise<Foresight> {
  const wait = { sessionId: meeting.id, personId: id };
  const priority = (await prioritiesIn(tx, [meeting], [wait], now)).get(`${meeting.id} ${id}`) ?? 0;
  const ahead = queue.filter((one) => one.personId !== id && one.priority <= priority);
  const { state, startsAt, opensAt, closesAt, othersFrom, otherKindsFrom, guests, ceilings, rules } = meeting;
  const { ageMinMonths, ageMaxMonths } = meeting;
  const audience = { othersFrom, otherKindsFrom: otherKindsFrom ?? null, guests };
  return {
    meeting: { state, startsAt, opensAt, closesAt, ...audience, ageMinMonths, ageMaxMonths, ceilings, rules },
    person: { kind, active, tie, guestOf, communeId, agrement, reglementAccepted },
    zone: meeting.zone,
    now,
    room,
    rank: ahead.length + 1,
    heldForAnother: (live ? queue : ahead).some(({ passedOver }) => passedOver >= HELD_AFTER),
    mine: live && { state: live.state, children: live.children.length },
  };
}

const ABOUT_THE_PARTY: readonly Refusal['code'][] = ['CHILDREN_NEEDED', 'AGE', 'CONDITION', 'REGLEMENT', 'NEVER_FITS'];
const SOME_CHILD = { childId: null, own: false, ageMonths: null, fromMonths: 0, untilMonths: 216 };

/** What would be refused with any children: weighed with the smallest party. */
async function refusalOf(
  tx: Tx,
  meeting: LoadedMeeting,
  person: Applicant,
  { now, room, heldForAnother }: Foresight,
  overlap: string | null,
): Promise<string | null> {
  const children: Asked['children'] = meeting.rules.children.welcome === 'REQUIRED' ? [SOME_CHILD] : [];
  const admission = admit(meeting, person, { children, declared: [] }, now, false);
  if (!admission.admitted && !ABOUT_THE_PARTY.includes(admission.refusal.code)) {
    return refusalInWords(admission.refusal, meeting.zone);
  }
  const quota = (await quotasReached(tx, [person.id], meeting, now)).get(person.id);
  if (quota) return refusalInWords({ code: 'QUOTA', ...quota }, meeting.zone);
  const served = meeting.rules.mode === 'DIRECT' && fits(room, partyOf(children)) && !heldForAnother;
  return overlap !== null && served ? refusalInWords({ code: 'OVERLAP', title: overlap }, meeting.zone) : null;
}
