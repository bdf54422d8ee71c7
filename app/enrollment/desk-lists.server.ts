import { placeFigures, type Figure } from '#app/catalog/place-words.ts';
import type { Tx } from '#app/db/client.server.ts';
import { deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { skipsOf } from './applicants.server.ts';
import { fits, lackFor, type Ceilings } from './capacity.ts';
import type { DeskAccess } from './desk-access.server.ts';
import { deskRows, type DeskRow } from './desk-rows.server.ts';
import { childrenInWords, isBeyond, profileInWords, reasonsForStaff, waitForStaff } from './desk-words.ts';
import { loadQueue } from './queues.server.ts';
import { HELD_AFTER, inOrder, standing } from './queue.ts';
import { linesOf, type Line } from './standings.server.ts';

/** Someone on a session's desk, ready to show. */
export type DeskLine = {
  id: string;
  personId: string;
  name: string;
  profile: string;
  fromRelais: string | null;
  phone: string | null;
  mailed: boolean;
  /** "Zoé (14 mois), 18 mois à 3 ans"; '' when she brings none. */
  children: string;
  childCount: number;
  signed: boolean | null;
  isNew: boolean;
  standing: boolean;
  overlapFlagged: boolean;
  acceptedBeyond: string | null;
  /** A demande's reasons. */
  reasons: string[];
  /** Accepting it needs a reason. */
  beyond: boolean;
  /** An offer's deadline, or when a late withdrawal came. */
  at: string | null;
  /** In the queue: 1 is next. */
  rank: number | null;
  /** What is lacking, or why she is skipped. */
  wait: string;
  heldFor: boolean;
};

export type DeskLists = {
  taken: { adults: number; children: number; waiting: number };
  ceilings: Ceilings;
  left: Figure[];
  enrolled: DeskLine[];
  requests: DeskLine[];
  offers: DeskLine[];
  waiting: DeskLine[];
  /** After closing, in order: those who fit now. */
  toCall: DeskLine[];
  late: DeskLine[];
};

/** Who is enrolled, asks, waits or left late, and what is left. A constant number of queries. */
export async function deskLists(tx: Tx, access: DeskAccess, now: Date): Promise<DeskLists> {
  const { meeting } = access;
  const line = (await linesOf(tx, [meeting], now)).get(meeting.id) ?? { queue: [], room: meeting.ceilings };
  const rows = await deskRows(tx, access, now);
  const held = await heldPlaces(tx, meeting.id);
  const callable = await whomToCall(tx, access, line, now);
  const lines = rows.map((row) => lineOf(row, access, line, now));
  const of = (state: DeskRow['state']) => lines.filter((_, i) => rows[i]?.state === state);
  const waiting = of('WAITING').sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return {
    taken: { ...held, waiting: line.queue.length },
    ceilings: meeting.ceilings,
    left: leftIn(line, meeting),
    enrolled: of('CONFIRMED'),
    requests: of('REQUESTED'),
    offers: of('OFFERED'),
    waiting,
    toCall: waiting.filter(({ id }) => callable.has(id)),
    late: of('WITHDRAWN'),
  };
}

/** Of all, named or not. */
async function heldPlaces(tx: Tx, sessionId: string): Promise<{ adults: number; children: number }> {
  const [row] = await tx.$queryRaw<{ adults: number; children: number }[]>`
    SELECT count(*)::int AS adults,
           coalesce(sum((SELECT count(*) FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id)), 0)::int AS children
      FROM "Enrollment" e WHERE e."sessionId" = ${sessionId}::uuid AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')`;
  return row ?? { adults: 0, children: 0 };
}

function leftIn({ room }: Line, { rules, ceilings }: DeskAccess['meeting']): Figure[] {
  const counted = rules.mode !== 'FREE' && Object.values(ceilings).some((ceiling) => ceiling !== null);
  const within = (own: number | null) => (own === null ? room.persons : Math.min(own, room.persons ?? own));
  const places = { adults: within(room.adults), children: within(room.children), persons: room.persons };
  return placeFigures({ places, counted, children: rules.children.welcome });
}

/** After closing: who fits the room as it is, and may still come. */
async function whomToCall(tx: Tx, { meeting, named }: DeskAccess, line: Line, now: Date): Promise<ReadonlySet<string>> {
  const end = meeting.closesAt ?? meeting.startsAt;
  if (!named || line.queue.length === 0 || now < end || now >= meeting.startsAt) return new Set();
  const queue = await loadQueue(tx, meeting, now);
  const skips = await skipsOf(
    tx,
    queue.map((one) => ({ ...one, mustBeAnswered: one.requestReasons.length > 0 })),
    meeting,
    now,
  );
  const fitting = inOrder(queue).filter((one) => !skips.has(one.personId) && fits(line.room, one.party));
  return new Set(fitting.map(({ id }) => id));
}

function lineOf(row: DeskRow, { meeting }: DeskAccess, { queue, room }: Line, now: Date): DeskLine {
  const { zone } = meeting;
  const waits = row.state === 'WAITING';
  const stand = waits ? standing(queue, room, row.id) : null;
  const lack = stand?.lack ?? lackFor(room, { adults: 1, children: row.children.length });
  const heldFor = waits && row.passedOver >= HELD_AFTER;
  const instant = row.offerExpiresAt ?? (row.state === 'WITHDRAWN' ? row.endedAt : null);
  const held = { lack, heldForAnother: stand?.heldForAnother ?? false, held: heldFor, skip: row.skipReason };
  return {
    id: row.id,
    personId: row.personId,
    name: `${row.firstName} ${row.lastName}`,
    profile: profileInWords(row.professional, row.participant),
    fromRelais: row.fromRelais,
    phone: row.phone,
    mailed: row.mailed,
    children: childrenInWords(row.children),
    childCount: row.children.length,
    signed: row.signed,
    isNew: row.isNew,
    standing: row.standing,
    overlapFlagged: row.overlapFlagged,
    acceptedBeyond: row.acceptedBeyond,
    reasons: reasonsForStaff(row.requestReasons),
    beyond: isBeyond(row.requestReasons),
    at: instant && deadline(instant, zone, { reference: localDate(now, zone) }),
    rank: stand?.rank ?? null,
    wait: waits ? waitForStaff(held) : '',
    heldFor,
  };
}
