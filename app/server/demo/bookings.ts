import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { ACCOUNTS } from './professionals.ts';
import type { DemoWorld, FilledProfessional } from './world.ts';

/** A published session, as bookings are drawn for it. */
export type BookableSession = {
  id: string;
  activityId: string;
  kind: ActivityKindName;
  relais: number;
  startsAt: Date;
  maxAdults: number | null;
};

/** One booking to make at an instant. */
export type PlannedBooking = {
  at: Date;
  sessionId: string;
  personId: string;
  /** By the relais, for someone who telephoned or was chosen for a group. */
  byStaff: boolean;
  wish: 'ENROLL' | 'ASK';
  children: number;
  /** With her own labelled children. */
  labelled: boolean;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AHEAD_DAYS = 24;
/** How many come regularly in a relais. */
const REGULARS = 26;
const GROUP = 7;

/** Everything that was and is booked, in the order of the instants. */
export function drawBookings(world: DemoWorld, sessions: readonly BookableSession[]): PlannedBooking[] {
  const until = livelyFrom(world, sessions).getTime() + AHEAD_DAYS * DAY;
  const near = sessions.filter(({ startsAt }) => startsAt.getTime() < until);
  // The first relais's cycle has its own group (`fillCircle`).
  const groups = sessions.filter(({ kind, relais }) => kind === 'ANALYSE' && relais > 0);
  const full = fullSessions(world, sessions);
  const ordinary = near.filter(
    ({ id, kind }) => kind !== 'ANALYSE' && kind !== 'PERMANENCE' && !full.some((one) => one.id === id),
  );
  return [
    ...ordinary.flatMap((session) => ordinaryBookings(world, session)),
    ...groups.flatMap((session) => groupBookings(world, session)),
    ...full.flatMap((session, n) => fullBookings(world, session, n)),
    ...nadiaBookings(world, ordinary),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Now; in summer, the eve of the school year's first sessions: bookings gather around it. */
function livelyFrom({ now }: DemoWorld, sessions: readonly BookableSession[]): Date {
  const first = sessions[0]?.startsAt.getTime() ?? 0;
  return new Date(Math.max(now.getTime(), first - 3 * DAY));
}

/** Coming ateliers that overflow: of each relais the first that starts within 4 to 14 days, two of the first relais. */
export function fullSessions(world: DemoWorld, sessions: readonly BookableSession[]): BookableSession[] {
  const from = livelyFrom(world, sessions).getTime();
  const soon = sessions.filter(({ kind, startsAt, maxAdults }) => {
    const days = (startsAt.getTime() - from) / DAY;
    return kind === 'ATELIER' && maxAdults === 8 && days >= 4 && days <= 14;
  });
  return [0, 1, 2, 3, 4, 5].flatMap((relais) =>
    soon.filter((one) => one.relais === relais).slice(0, relais === 0 ? 2 : 1),
  );
}

/** Those who come to a relais; the one-click accounts apart. */
function regulars({ professionals }: DemoWorld, relais: number): FilledProfessional[] {
  return professionals
    .slice(ACCOUNTS.length)
    .filter((one) => one.relais === relais && one.active && one.kind === 'ASSISTANTE_MATERNELLE')
    .slice(0, REGULARS);
}

function ordinaryBookings(world: DemoWorld, session: BookableSession): PlannedBooking[] {
  const { random, now } = world;
  const past = session.startsAt < now;
  if (!random.chance(past ? 55 : 70)) return [];
  const withChildren = session.kind === 'ATELIER' || session.kind === 'PASSERELLE';
  const most = Math.min(session.maxAdults ?? 8, past ? 5 : 4);
  return random.some(regulars(world, session.relais), random.int(2, most)).map((one) => ({
    ...common(session, one.personId),
    at: instantFor(world, session, random.int(4, 12)),
    byStaff: one.account === null || random.chance(10),
    wish: random.chance(40) ? 'ENROLL' : 'ASK',
    children: withChildren || (session.kind === 'EVENEMENT' && random.chance(60)) ? random.int(1, 3) : 0,
  }));
}

/** The few of a relais who follow its analyse de pratiques. */
export const circleOf = (world: DemoWorld, relais: number): FilledProfessional[] =>
  regulars(world, relais).slice(-GROUP);

/** The same few in every session of the cycle, composed by the relais before it begins. */
function groupBookings(world: DemoWorld, session: BookableSession): PlannedBooking[] {
  return circleOf(world, session.relais).map((one) => ({
    ...common(session, one.personId),
    at: new Date(world.publishedAt.getTime() + HOUR),
    byStaff: true,
  }));
}

/** Three more parties than places; Nadia waits for the first three of them, first in the queue of the first. */
function fullBookings(world: DemoWorld, session: BookableSession, n: number): PlannedBooking[] {
  const { random, now } = world;
  const places = session.maxAdults ?? 8;
  const base = now.getTime() - 40 * HOUR - n * HOUR;
  const others = random.some(regulars(world, session.relais), places + 3).map((one, rank) => ({
    ...common(session, one.personId),
    at: new Date(base + rank * 10 * 60_000),
    byStaff: one.account === null,
    wish: random.chance(50) ? ('ENROLL' as const) : ('ASK' as const),
    children: 2,
  }));
  if (n > 2) return others;
  const rank = n === 0 ? places : places + 1;
  const at = new Date(base + (rank - 0.5) * 10 * 60_000);
  return [...others, { ...common(session, nadia(world)), at, labelled: true }];
}

/** Nadia came to ateliers of her relais in the past, and has some ahead. */
function nadiaBookings(world: DemoWorld, sessions: readonly BookableSession[]): PlannedBooking[] {
  const hers = sessions.filter(({ relais, kind }) => relais === 0 && kind === 'ATELIER');
  const past = hers.filter(({ startsAt }) => startsAt < world.now).filter((_, n) => n % 2 === 0);
  const ahead = hers.filter(({ startsAt }) => startsAt.getTime() > world.now.getTime() + 2 * DAY);
  const evening = sessions.filter(
    ({ relais, kind, startsAt }) => relais <= 1 && kind === 'REUNION' && startsAt > world.now,
  );
  return [
    ...[...past.slice(-12), ...ahead.slice(-2)].map((session) => ({ labelled: true, session })),
    ...evening.slice(0, 1).map((session) => ({ labelled: false, session })),
  ].map(({ session, labelled }) => ({
    ...common(session, nadia(world)),
    at: instantFor(world, session, 9),
    labelled,
  }));
}

export const nadia = ({ professionals }: DemoWorld) => professionals[0]?.personId ?? '';

function common({ id }: BookableSession, personId: string) {
  return { sessionId: id, personId, byStaff: false, wish: 'ASK' as const, children: 0, labelled: false };
}

/** So many days before the session, in the evening; never before publication, nor later than some hours ago. */
function instantFor({ publishedAt, now, random }: DemoWorld, { startsAt }: BookableSession, days: number): Date {
  const wished = startsAt.getTime() - days * DAY + random.int(0, 600) * 60_000;
  const latest = Math.min(startsAt.getTime() - 3.5 * DAY, now.getTime() - 45 * HOUR);
  return new Date(Math.max(publishedAt.getTime() + HOUR, Math.min(wished, latest)));
}
