import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { BearerActor } from '#app/people/actor.ts';
import { capital, deadline, when } from '#app/time/french.ts';
import { servesAt } from './allocate.server.ts';
import { offerLinkState, withdrawLinkState, type LinkState } from './link-state.ts';
import { loadMeeting } from './meetings.server.ts';
import { partyInWords } from './messages.ts';
import { placeInWords } from './place-words.ts';

/** What a mail's link is about, ready to show; no name of anyone. */
export type LinkedEnrollment = {
  state: LinkState;
  sessionId: string;
  title: string;
  /** "Mardi 24 novembre, 9 h 30 – 11 h" */
  when: string;
  place: string;
  relais: { name: string; phone: string | null; email: string | null };
  /** "Vous et 2 enfants" */
  party: string;
  children: number;
  /** The fewest children she may come with. */
  fewest: number;
  /** "lundi 23 novembre, 18 h": until when to answer; null: it is no open offer. */
  deadline: string | null;
  /** Only a rank is given back. */
  waiting: boolean;
  /** Enrolment is closed: withdrawing is noted as late. */
  late: boolean;
};

/** The enrolment that the bearer's link is about; null: it is gone. Two queries. */
export async function linkedEnrollment(
  { purpose, enrollmentId, round }: BearerActor,
  now: Date,
  tx: DbOrTx = db(),
): Promise<LinkedEnrollment | null> {
  const row = await tx.enrollment.findUnique({
    where: { id: enrollmentId },
    select: {
      sessionId: true,
      state: true,
      endReason: true,
      offerRound: true,
      offerExpiresAt: true,
      _count: { select: { children: true } },
    },
  });
  const meeting = row && (await loadMeeting(tx, row.sessionId));
  if (!meeting) return null;
  const { startsAt, endsAt, zone, site, relais, title, rules } = meeting;
  const children = row._count.children;
  const linked = { ...row, round: row.offerRound, sessionCancelled: meeting.state === 'CANCELLED', startsAt };
  const state = purpose === 'offer' ? offerLinkState(linked, round, now) : withdrawLinkState(linked, now);
  const answered = purpose === 'offer' && state === 'open' ? row.offerExpiresAt : null;
  return {
    ...{ state, title, relais, children, sessionId: meeting.id },
    when: capital(when(startsAt, endsAt, zone)),
    place: placeInWords(site),
    party: capital(partyInWords(children)),
    fewest: Math.min(children, rules.children.welcome === 'REQUIRED' ? 1 : 0),
    deadline: answered && deadline(answered, zone),
    waiting: row.state === 'WAITING',
    late: row.state !== 'WAITING' && !servesAt(meeting, now),
  };
}
