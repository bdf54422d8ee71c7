import type { BookingRules } from '#app/catalog/booking-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { deskAccess, type DeskAccess } from './desk-access.server.ts';
import { deskHead, type DeskHead } from './desk-head.ts';
import { deskLists, type DeskLists } from './desk-lists.server.ts';
import { discreetTotal, totalInWords } from './discretion.ts';
import { guestOpening } from './on-behalf.server.ts';
import { historyOf, type HistoryLine } from './session-history.server.ts';

/** The minimum number of a session, when it has one. */
export type DeskMinimum = {
  adults: number;
  reached: boolean;
  /** "lundi 23 novembre, 18 h" */
  decidesAt: string;
  passed: boolean;
  /** "Léa Martin, le 22 novembre"; null: not decided. */
  maintainedBy: string | null;
};

export type Desk = DeskHead &
  Omit<DeskLists, 'taken'> & {
    /** Null where only totals of five or more are told (rule 8): then `totals` says them. */
    taken: DeskLists['taken'] | null;
    totals: string;
    mode: BookingRules['mode'];
    children: BookingRules['children']['welcome'];
    history: HistoryLine[];
    moreHistory: boolean;
    leaders: string[];
    guests: { name: string; from: string }[];
    minimum: DeskMinimum | null;
    belongsToSeries: boolean;
  };

const LATEST = 6;

type Details = {
  cancelReason: string | null;
  maintainedAt: Date | null;
  maintainedBy: string | null;
  seriesId: string | null;
  leaders: string[];
};

/** All that a session's desk shows; null: it does not exist for this actor. As many queries for one enrolled as for thirty. */
export async function desk(actor: Actor, sessionId: string, now: Date, tx: Tx = db()): Promise<Desk | null> {
  const access = await deskAccess(actor, sessionId, now, tx);
  const details = access && (await detailsOf(tx, sessionId));
  if (!access || !details) return null;
  const { taken, ...lists } = await deskLists(tx, access, now);
  const { lines, older } = await historyOf(tx, access, { most: LATEST }, now);
  const { rules } = access.meeting;
  return {
    ...deskHead(access, now),
    ...lists,
    ...(access.named ? {} : { left: [] }),
    taken: access.named ? taken : null,
    totals: totalInWords(discreetTotal(taken.adults)),
    mode: rules.mode,
    children: rules.children.welcome,
    history: lines,
    moreHistory: older !== null,
    cancelReason: details.cancelReason,
    leaders: details.leaders,
    guests: (access.meeting.guests ?? []).map((guest) => ({ name: guest.name, from: guestFrom(access, guest, now) })),
    minimum: minimumOf(access, details, taken.adults, now),
    belongsToSeries: details.seriesId !== null,
  };
}

async function detailsOf(tx: Tx, sessionId: string): Promise<Details | undefined> {
  const [row] = await tx.$queryRaw<Details[]>`
    SELECT s."cancelReason", s."maintainedAt", s."seriesId", m."firstName" || ' ' || m."lastName" AS "maintainedBy",
           ARRAY(SELECT p."firstName" || ' ' || p."lastName" FROM "Assignment" l JOIN "Person" p ON p.id = l."personId"
                  WHERE l."sessionId" = s.id AND l.state <> 'DECLINED' ORDER BY l.role, p."lastName") AS leaders
      FROM "Session" s LEFT JOIN "Person" m ON m.id = s."maintainedById" WHERE s.id = ${sessionId}::uuid`;
  return row;
}

function guestFrom({ meeting }: DeskAccess, guest: { opensAt: Date | null }, now: Date): string {
  const { zone } = meeting;
  const from = guestOpening(meeting, guest);
  if (from <= now) return 'peut réserver';
  return `réserve à partir de ${deadline(from, zone, { reference: localDate(now, zone) })}`;
}

function minimumOf({ meeting }: DeskAccess, details: Details, adults: number, now: Date): DeskMinimum | null {
  const { rules, decidesAt, zone } = meeting;
  if (!rules.minimum || !decidesAt || meeting.state !== 'PUBLISHED') return null;
  const option = { reference: localDate(now, zone) };
  const { maintainedAt, maintainedBy } = details;
  const maintained = maintainedAt && `${maintainedBy ?? 'L’équipe'}, ${deadline(maintainedAt, zone, option)}`;
  return {
    adults: rules.minimum.adults,
    reached: adults >= rules.minimum.adults,
    decidesAt: deadline(decidesAt, zone, option),
    passed: now >= decidesAt,
    maintainedBy: maintained,
  };
}
