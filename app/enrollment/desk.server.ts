import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { deadline, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { servesAt } from './allocate.server.ts';
import { deskAccess, type DeskAccess, type DeskRights } from './desk-access.server.ts';
import { deskLists, type DeskLists } from './desk-lists.server.ts';
import { guestOpening } from './on-behalf.server.ts';
import { placeInWords } from './place-words.ts';

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

/** The head of a session's desk and of the pages under it. */
export type DeskHead = {
  sessionId: string;
  activityId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  relais: string;
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  cancelReason: string | null;
  confidential: boolean;
  as: DeskAccess['as'];
  named: boolean;
  rights: DeskRights;
  started: boolean;
  past: boolean;
  /** The sheet may be marked: from the session's day on. */
  today: boolean;
  /** "Les inscriptions ferment lundi 23 novembre, 18 h." */
  window: string;
  /** Enrolment is closed, the session has not begun: those waiting are called. */
  calling: boolean;
};

export type Desk = DeskHead &
  DeskLists & {
    leaders: string[];
    guests: { name: string; from: string }[];
    minimum: DeskMinimum | null;
    belongsToSeries: boolean;
  };

/** The head of a session's desk, in words. */
export function deskHead(access: DeskAccess, now: Date): DeskHead {
  const { meeting, as, named, rights } = access;
  const { startsAt, endsAt, zone } = meeting;
  const today = localDate(now, zone);
  const started = now >= startsAt;
  return {
    sessionId: meeting.id,
    activityId: meeting.activityId,
    kind: meeting.kind,
    title: meeting.title,
    when: when(startsAt, endsAt, zone, { reference: today }),
    place: placeInWords(meeting.site),
    relais: meeting.relais.name,
    state: meeting.state,
    cancelReason: null,
    confidential: meeting.kind === 'ANALYSE',
    ...{ as, named, rights },
    started,
    past: now >= endsAt,
    today: localDate(startsAt, zone) <= today,
    window: windowInWords(access, now),
    calling: meeting.state === 'PUBLISHED' && !started && meeting.rules.mode !== 'FREE' && !servesAt(meeting, now),
  };
}

function windowInWords({ meeting }: DeskAccess, now: Date): string {
  const { opensAt, closesAt, startsAt, zone, rules, state } = meeting;
  const option = { reference: localDate(now, zone) };
  if (state !== 'PUBLISHED' || now >= startsAt) return '';
  if (rules.mode === 'FREE') return 'Accès libre : personne ne s’inscrit.';
  if (opensAt && now < opensAt) return `Les inscriptions ouvrent ${deadline(opensAt, zone, option)}.`;
  const end = closesAt ?? startsAt;
  const close = end >= startsAt ? 'au début de la séance' : deadline(end, zone, option);
  return now < end ? `Les inscriptions ferment ${close}.` : `Les inscriptions sont closes depuis ${close}.`;
}

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
  const lists = await deskLists(tx, access, now);
  return {
    ...deskHead(access, now),
    ...lists,
    cancelReason: details.cancelReason,
    leaders: details.leaders,
    guests: (access.meeting.guests ?? []).map((guest) => ({ name: guest.name, from: guestFrom(access, guest, now) })),
    minimum: minimumOf(access, details, lists.taken.adults, now),
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
