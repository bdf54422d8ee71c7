import { deadline } from '#app/time/french.ts';
import type { Meeting } from './admission.ts';
import type { Room } from './capacity.ts';
import { lackInWords, skipInWords } from './messages.ts';
import { rankInWords, stateInWords } from './panel-words.ts';
import { standing, type SkipReason, type Waiting } from './queue.ts';
import type { LiveState } from './state.ts';

/** Her live enrolment in a session, in words. */
export type PanelMine = {
  enrollmentId: string;
  state: LiveState;
  children: number;
  /** "Vous êtes inscrite avec 2 enfants" */
  title: string;
  /** What to know of it: rank and lack, the offer's deadline, who answers. */
  lines: string[];
  mayChange: boolean;
  mayWithdraw: boolean;
};

export type Mine = {
  id: string;
  state: LiveState;
  offerExpiresAt: Date | null;
  skipReason: string | null;
  overlapFlagged: boolean;
  wish: 'ENROLL' | 'ASK';
  children: readonly unknown[];
};

const SKIPS: readonly SkipReason[] = ['OVERLAP', 'QUOTA', 'NOT_ELIGIBLE', 'NEVER_FITS'];

/** Words and deeds of a live enrolment. */
export function mineInPanel(
  mine: Mine,
  line: { queue: readonly Waiting[]; room: Room },
  meeting: Pick<Meeting, 'startsAt' | 'closesAt' | 'state'> & { zone: string },
  now: Date,
): PanelMine {
  const children = mine.children.length;
  const running = meeting.state === 'PUBLISHED' && now < meeting.startsAt;
  return {
    enrollmentId: mine.id,
    state: mine.state,
    children,
    title: stateInWords(mine.state, children),
    lines: [...linesOf(mine, line, meeting, now), ...(mine.overlapFlagged ? [OVERLAPS] : [])],
    mayChange: running && mine.state !== 'OFFERED',
    mayWithdraw: running,
  };
}

const OVERLAPS = 'Une autre de vos séances a lieu au même moment : désistez-vous de l’une des deux.';

function linesOf(
  mine: Mine,
  { queue, room }: { queue: readonly Waiting[]; room: Room },
  meeting: Pick<Meeting, 'startsAt' | 'closesAt'> & { zone: string },
  now: Date,
): string[] {
  switch (mine.state) {
    case 'CONFIRMED':
      return [];
    case 'REQUESTED':
      return ['Le relais vous répondra par e-mail. Vos places sont gardées jusqu’à sa réponse.'];
    case 'OFFERED':
      return mine.offerExpiresAt && now < mine.offerExpiresAt
        ? [`Répondez avant ${deadline(mine.offerExpiresAt, meeting.zone)}.`]
        : ['Le délai pour répondre est passé.'];
    case 'WAITING':
      return waitingLines(mine, queue, room, meeting, now);
  }
}

function waitingLines(
  mine: Mine,
  queue: readonly Waiting[],
  room: Room,
  meeting: Pick<Meeting, 'startsAt' | 'closesAt'>,
  now: Date,
): string[] {
  if (now >= (meeting.closesAt ?? meeting.startsAt)) {
    return ['Les inscriptions sont closes : si une place se libère, le relais vous appelle.'];
  }
  const stand = standing(queue, room, mine.id);
  const skip = SKIPS.find((reason) => reason === mine.skipReason);
  return [
    ...(stand ? [rankInWords(stand.rank, lackInWords(stand.lack, stand.heldForAnother))] : []),
    ...(skip ? [skipInWords(skip)] : []),
    mine.wish === 'ENROLL'
      ? 'Dès qu’une place se libère, vous êtes inscrite d’office.'
      : 'Dès qu’une place se libère, nous vous la proposons par e-mail.',
  ];
}
