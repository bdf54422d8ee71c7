import { isMoved, isTold } from '#app/catalog/session-change.ts';
import type { Tx } from '#app/db/client.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { ReadingWords } from '#app/mail/templates.ts';
import { when } from '#app/time/french.ts';
import { loadApplicants, type Applicant } from './applicants.server.ts';
import { changeNotes } from './change-notes.ts';
import { clampOffers } from './clampOffers.server.ts';
import { flagOverlaps } from './flagOverlaps.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { aboutEnrollment } from './notices.server.ts';
import { LIVE_STATES, type EnrollmentStateName } from './state.ts';
import { tellAbout } from './tellAbout.server.ts';
import type { Changing } from './weighChange.server.ts';

export type Told = { told: number; toCall: number; overlaps: number };

type Given = { changes: readonly Changing[]; before: readonly LoadedMeeting[]; after: readonly LoadedMeeting[] };

/** One of those published, as it was and as it is. */
type Change = Changing & { was: LoadedMeeting; is: LoadedMeeting };

type Live = {
  id: string;
  sessionId: string;
  personId: string;
  state: EnrollmentStateName;
  offerRound: number;
  _count: { children: number };
};

/**
 * Tells those enrolled in published sessions what changed of them, one mail a person with all her dates; flags the
 * overlaps that moves make; has calendars printed anew. In the caller's transaction, under the sessions' locks.
 */
export async function tellChanges(tx: Tx, { changes, before, after }: Given, now: Date): Promise<Told> {
  const jobs = changes.map(({ after: { id: sessionId } }) => ({
    ...{ task: 'render-session-events', payload: { sessionId }, key: `render-${sessionId}` },
  }));
  const told = changes.filter(({ what }) => isTold(what)).flatMap((change) => paired(change, before, after));
  const live = await liveIn(tx, told);
  const personIds = [...new Set(live.map(({ personId }) => personId))];
  await lockPersons(tx, personIds);
  const moved = told.filter(({ what }) => isMoved(what));
  await clampOffers(
    tx,
    moved.map(({ is }) => is),
    now,
  );
  const overlaps = await flagOverlaps(
    tx,
    moved.map(({ is }) => is.id),
  );
  const [one] = told;
  const people = one ? await loadApplicants(tx, personIds, one.is, now) : [];
  const readings = await noteMoves(tx, moved, live, people, now);
  const lines = linesOf(told, live, overlaps);
  await enqueueMail(
    tx,
    people.flatMap((person) => mailFor(person, lines, readings, now)),
    jobs,
  );
  return { told: people.length, toCall: people.filter(({ email }) => email === null).length, overlaps: overlaps.size };
}

function paired(change: Changing, before: readonly LoadedMeeting[], after: readonly LoadedMeeting[]): Change[] {
  const [was, is] = [before, after].map((list) => list.find(({ id }) => id === change.before.id));
  return was && is ? [{ ...change, was, is }] : [];
}

async function liveIn(tx: Tx, told: readonly Change[]): Promise<Live[]> {
  return tx.enrollment.findMany({
    where: { sessionId: { in: told.map(({ is }) => is.id) }, state: { in: [...LIVE_STATES] } },
    select: {
      ...{ id: true, sessionId: true, personId: true, state: true, offerRound: true },
      _count: { select: { children: true } },
    },
  });
}

/** Who must have heard of a move; by person, what the link "J'ai bien lu" of her mail needs: it stands for all of them. */
async function noteMoves(
  tx: Tx,
  moved: readonly Change[],
  live: readonly Live[],
  people: readonly Applicant[],
  now: Date,
): Promise<Map<string, ReadingWords>> {
  const readings = new Map<string, ReadingWords>();
  for (const { is, was } of moved) {
    const hers = live.filter(({ sessionId }) => sessionId === is.id);
    const rows = await tellAbout(tx, { meeting: is, cause: 'MOVED', before: was, live: hers, people }, now);
    for (const { id, personId } of hers) {
      const reading = rows.get(id);
      if (reading && !readings.has(personId)) readings.set(personId, reading);
    }
  }
  return readings;
}

type Line = { change: Change; enrollment: Live; notes: string[] };

function linesOf(told: readonly Change[], live: readonly Live[], overlaps: ReadonlyMap<string, string>): Line[] {
  return told.flatMap((change) =>
    live
      .filter(({ sessionId }) => sessionId === change.is.id)
      .map((enrollment) => {
        const title = overlaps.get(enrollment.id);
        const overlap = title ? [`Attention : vous êtes aussi inscrite au même moment à « ${title} ».`] : [];
        return { change, enrollment, notes: [...changeNotes(change, change.was, change.is), ...overlap] };
      }),
  );
}

function mailFor(
  person: Applicant,
  lines: readonly Line[],
  readings: ReadonlyMap<string, ReadingWords>,
  now: Date,
): OutgoingMailInput[] {
  const hers = lines.filter(({ enrollment }) => enrollment.personId === person.id);
  const [line] = hers;
  if (!line) return [];
  const { is } = line.change;
  const to = { collectiviteId: is.collectiviteId, personId: person.id, to: person.email, now };
  const reading = readings.get(person.id) ?? null;
  const confirmed = person.readsFeed ? [] : hers.filter(({ enrollment }) => enrollment.state === 'CONFIRMED');
  const invitations = confirmed.map(({ enrollment }) => ({
    uid: enrollmentUid(enrollment.id),
    method: 'REQUEST' as const,
  }));
  const changes = hers.map(inMail);
  const [only] = changes;
  const before = only?.before;
  if (changes.length === 1 && only && before) {
    const props = { ...only, before, note: only.notes.join(' ') || null, reading };
    const [invitation] = invitations;
    return [{ ...to, template: 'session-moved', props, ...(invitation ? { invitation } : {}) }];
  }
  const props = { relais: is.relais, confidential: is.kind === 'ANALYSE', changes, reading };
  return [{ ...to, template: 'sessions-moved', props, invitations }];
}

function inMail({ change: { was, is, what }, enrollment, notes }: Line) {
  const before = { when: when(was.startsAt, was.endsAt, was.zone), place: was.site.name, address: was.site.address };
  return {
    ...aboutEnrollment(is, enrollment.id, enrollment._count.children, enrollment.offerRound),
    before: isMoved(what) ? before : null,
    notes,
  };
}
