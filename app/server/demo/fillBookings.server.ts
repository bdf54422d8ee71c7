import { db } from '#app/db/client.server.ts';
import { cancelSession } from '#app/enrollment/cancelSession.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { drawBookings, fullSessions, nadia, type BookableSession, type PlannedBooking } from './bookings.ts';
import { fillAttendance } from './fillAttendance.server.ts';
import { asHerself } from './fillPeople.server.ts';
import type { DemoWorld } from './world.ts';

const STEP = 200;
const HOUR = 3_600_000;

/** Past and coming bookings, presences, full sessions with their queue, an offer, a cancellation; how many bookings. */
export async function fillBookings(world: DemoWorld, progress: (line: string) => void): Promise<number> {
  const sessions = await publishedSessions(world);
  const labels = await labelsOf(nadia(world));
  const planned = drawBookings(world, sessions);
  let made = 0;
  for (const [index, booking] of planned.entries()) {
    if (index > 0 && index % STEP === 0) progress(`${index} inscriptions sur ${planned.length}`);
    const outcome = await enroll(actorFor(world, booking), inputOf(booking, labels), booking.at);
    if (outcome.outcome === 'enrolled') made += 1;
  }
  await fillAttendance(world);
  await freeAPlaceForNadia(world, sessions);
  await cancelOne(world, sessions);
  return made;
}

function actorFor(world: DemoWorld, { byStaff, personId }: PlannedBooking) {
  return byStaff ? SYSTEM : asHerself(world, personId);
}

function inputOf({ sessionId, personId, wish, children, labelled }: PlannedBooking, childIds: readonly string[]) {
  const small = Math.floor(children / 2);
  const others = [
    { fromMonths: 0, count: small },
    { fromMonths: 18, count: children - small },
  ];
  return {
    sessionId,
    personId,
    wish,
    declared: [],
    childIds: labelled ? childIds : [],
    others: labelled ? [] : others,
  };
}

async function publishedSessions({ relais }: DemoWorld): Promise<BookableSession[]> {
  const rows = await db().session.findMany({
    where: { state: 'PUBLISHED' },
    orderBy: [{ startsAt: 'asc' }, { relais: { slug: 'asc' } }],
    select: {
      id: true,
      activityId: true,
      relaisId: true,
      startsAt: true,
      maxAdults: true,
      activity: { select: { kind: true } },
    },
  });
  return rows.map(({ activity, relaisId, ...session }) => ({
    ...session,
    kind: activity.kind,
    relais: relais.findIndex(({ id }) => id === relaisId),
  }));
}

async function labelsOf(personId: string): Promise<string[]> {
  const rows = await db().child.findMany({ where: { personId }, orderBy: { birthMonth: 'asc' }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Someone gives her place back an hour ago: it is offered to Nadia, first of that queue. */
async function freeAPlaceForNadia(world: DemoWorld, sessions: readonly BookableSession[]): Promise<void> {
  const [session] = fullSessions(world, sessions);
  const held =
    session &&
    (await db().enrollment.findFirst({
      where: { sessionId: session.id, state: 'CONFIRMED' },
      orderBy: { arrival: 'asc' },
      select: { id: true, personId: true },
    }));
  if (!held) return;
  await withdraw(asHerself(world, held.personId), { enrollmentId: held.id }, new Date(world.now.getTime() - HOUR));
}

/** One coming atelier is cancelled: the third relais's last of those that are booked. */
async function cancelOne({ now }: DemoWorld, sessions: readonly BookableSession[]): Promise<void> {
  const coming = sessions.filter(({ relais, kind, startsAt }) => relais === 2 && kind === 'ATELIER' && startsAt > now);
  const session = coming[5];
  if (!session) return;
  const reason = 'Dégât des eaux dans la salle : la séance ne peut pas avoir lieu.';
  await cancelSession(SYSTEM, { sessionId: session.id, reason }, new Date(now.getTime() - 2 * HOUR));
}
