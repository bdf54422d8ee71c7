import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { capital, dayShort, deadline, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { groupInWords } from './group-words.ts';
import { loadMeetings, type LoadedMeeting } from './meetings.server.ts';
import { mineInPanel } from './mine-in-panel.ts';
import { pastInWords } from './past-words.ts';
import { placeInWords } from './place-words.ts';
import { linesOf, type Line } from './standings.server.ts';
import { LIVE_STATES, type EnrollmentStateName, type LiveState } from './state.ts';

/** One of her enrolments, ready to show. */
export type MyEnrollment = {
  id: string;
  sessionId: string;
  kind: ActivityKindName;
  title: string;
  /** "Mardi 24 novembre, 9 h 30 – 11 h" */
  when: string;
  /** A leaf of the calendar: "24", "nov." */
  leaf: { large: string; small: string };
  place: string;
  relais: string;
};

export type MyLive = MyEnrollment & {
  state: LiveState;
  /** "Vous êtes inscrite avec 2 enfants" */
  words: string;
  /** What to know of it: rank and what lacks, who answers, an overlap. */
  lines: string[];
  children: number;
  /** The fewest children she may accept an offer with. */
  fewest: number;
  /** "lundi 23 novembre, 18 h": answer before; null: no offer. */
  deadline: string | null;
  mayChange: boolean;
  mayWithdraw: boolean;
};

export type MyPast = MyEnrollment & { words: string };

export type MyEnrollments = {
  offers: MyLive[];
  next: MyLive[];
  requests: MyLive[];
  waiting: MyLive[];
  /** The latest first, at most 20; group work that is confidential is not shown. */
  past: MyPast[];
};

const PAST_SHOWN = 20;

/** Everything the actor has, wants or had; the same number of queries whatever its length. */
export async function myEnrollments(actor: Actor, now: Date, tx: DbOrTx = db()): Promise<MyEnrollments> {
  if (actor.kind !== 'person') return { offers: [], next: [], requests: [], waiting: [], past: [] };
  const rows = [...(await liveRows(tx, actor.personId, now)), ...(await pastRows(tx, actor.personId, now))];
  const meetings = new Map(
    (await loadMeetings(tx, [...new Set(rows.map(({ sessionId }) => sessionId))])).map((one) => [one.id, one]),
  );
  const shown = rows.flatMap((row) => {
    const meeting = meetings.get(row.sessionId);
    return meeting ? [{ row, meeting, live: liveStateOf(row, meeting, now) }] : [];
  });
  const waited = shown.flatMap(({ live, meeting }) => (live === 'WAITING' ? [meeting] : []));
  const lines = await linesOf(tx, waited, now);
  const live = shown.flatMap(({ row, meeting, live }) => (live ? [liveOf(row, live, meeting, lines, now)] : []));
  const inState = (state: LiveState) => live.filter((one) => one.state === state);
  return {
    offers: inState('OFFERED'),
    next: inState('CONFIRMED'),
    requests: inState('REQUESTED'),
    waiting: inState('WAITING'),
    past: shown.flatMap(({ row, meeting, live }) => (live ? [] : [pastOf(row, meeting, now)])).slice(0, PAST_SHOWN),
  };
}

type Row = Awaited<ReturnType<typeof liveRows>>[number];

const columns = {
  id: true,
  sessionId: true,
  state: true,
  offerExpiresAt: true,
  skipReason: true,
  overlapFlagged: true,
  wish: true,
  endReason: true,
  late: true,
  membership: { select: { cohort: { select: { name: true } } } },
  _count: { select: { children: true } },
} as const;

async function liveRows(tx: DbOrTx, personId: string, now: Date) {
  return tx.enrollment.findMany({
    where: { personId, state: { in: [...LIVE_STATES] }, session: { endsAt: { gt: now } } },
    orderBy: [{ session: { startsAt: 'asc' } }, { id: 'asc' }],
    select: columns,
  });
}

async function pastRows(tx: DbOrTx, personId: string, now: Date): Promise<Row[]> {
  return tx.enrollment.findMany({
    where: {
      personId,
      AND: { OR: [{ session: { activity: { kind: { not: 'ANALYSE' } } } }, { membership: { inRecord: true } }] },
      OR: [{ state: { notIn: [...LIVE_STATES] } }, { session: { endsAt: { lte: now } } }],
    },
    orderBy: [{ session: { startsAt: 'desc' } }, { id: 'asc' }],
    take: PAST_SHOWN,
    select: columns,
  });
}

/** An offer whose deadline has passed is over, even before the job that ends it has run. */
function liveStateOf({ state, offerExpiresAt }: Row, { endsAt }: LoadedMeeting, now: Date): LiveState | null {
  const live = LIVE_STATES.find((one) => one === state);
  if (!live || endsAt <= now) return null;
  return live === 'OFFERED' && (offerExpiresAt === null || offerExpiresAt <= now) ? null : live;
}

const NO_LINE: Line = { queue: [], room: { adults: null, children: null, persons: null } };

function liveOf(
  row: Row,
  state: LiveState,
  meeting: LoadedMeeting,
  lines: ReadonlyMap<string, Line>,
  now: Date,
): MyLive {
  const { welcome } = meeting.rules.children;
  const children = row._count.children;
  const mine = { ...row, state, children: Array.from({ length: children }) };
  const panel = mineInPanel(mine, lines.get(meeting.id) ?? NO_LINE, meeting, now);
  const isOffer = state === 'OFFERED' && row.offerExpiresAt;
  return {
    ...aboutSession(row, meeting, now),
    ...{ state, children, words: panel.title, lines: [...groupOf(row), ...panel.lines] },
    fewest: Math.min(children, welcome === 'REQUIRED' ? 1 : 0),
    deadline: isOffer ? deadline(isOffer, meeting.zone) : null,
    mayChange: panel.mayChange && welcome !== 'NONE',
    mayWithdraw: panel.mayWithdraw,
  };
}

/** Her group is named where it brought her. */
function groupOf({ membership }: Row): string[] {
  return membership ? [`Avec ${groupInWords(membership.cohort.name)}.`] : [];
}

function pastOf(row: Row, meeting: LoadedMeeting, now: Date): MyPast {
  const state: EnrollmentStateName = row.state;
  return { ...aboutSession(row, meeting, now), words: pastInWords({ ...row, state }) };
}

function aboutSession({ id }: Row, meeting: LoadedMeeting, now: Date): MyEnrollment {
  const { startsAt, endsAt, zone, kind, title, site, relais } = meeting;
  const date = localDate(startsAt, zone);
  const [, large = '', small = ''] = dayShort(date).split(' ');
  return {
    ...{ id, kind, title, sessionId: meeting.id, relais: relais.name },
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    leaf: { large, small },
    place: placeInWords(site),
  };
}
