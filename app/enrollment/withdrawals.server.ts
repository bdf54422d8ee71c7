import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { when } from '#app/time/french.ts';
import { loadMeeting } from './meetings.server.ts';
import { stateInWords } from './panel-words.ts';
import { LIVE_STATES, type LiveState } from './state.ts';

/** What the page that confirms a withdrawal says. */
export type Withdrawal = {
  enrollmentId: string;
  sessionId: string;
  title: string;
  when: string;
  /** Null: it is over already. */
  state: LiveState | null;
  /** "Vous êtes inscrite avec 2 enfants" */
  words: string;
  /** The session has begun: it is for its sheet to say who came. */
  started: boolean;
  /** Enrolment is closed: the withdrawal is noted as late. */
  late: boolean;
};

/** Her last enrolment in a session, the live one first; null: she never had one there. */
export async function withdrawalPage(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<Withdrawal | null> {
  if (actor.kind !== 'person' || !isUuid(sessionId)) return null;
  const rows = await tx.enrollment.findMany({
    where: { sessionId, personId: actor.personId },
    orderBy: { arrival: 'desc' },
    select: { id: true, state: true, _count: { select: { children: true } } },
  });
  const live = (state: string) => LIVE_STATES.find((one) => one === state) ?? null;
  const row = rows.find((one) => live(one.state)) ?? rows[0];
  const meeting = row && (await loadMeeting(tx, sessionId));
  if (!row || !meeting) return null;
  const state = live(row.state);
  return {
    enrollmentId: row.id,
    sessionId: meeting.id,
    title: meeting.title,
    when: when(meeting.startsAt, meeting.endsAt, meeting.zone, { reference: localDate(now, meeting.zone) }),
    state,
    words: state === null ? 'Cette inscription a pris fin' : stateInWords(state, row._count.children),
    started: now >= meeting.startsAt,
    late: state !== 'WAITING' && now >= (meeting.closesAt ?? meeting.startsAt),
  };
}
