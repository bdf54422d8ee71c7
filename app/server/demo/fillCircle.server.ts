import { randomUUID } from 'node:crypto';
import { markAttendance } from '#app/attendance/markAttendance.server.ts';
import { cohortDefaults } from '#app/catalog/cohort-rules.ts';
import { createCohort } from '#app/catalog/createCohort.server.ts';
import { db } from '#app/db/client.server.ts';
import { addMember } from '#app/enrollment/addMember.server.ts';
import { applyToCohort } from '#app/enrollment/applyToCohort.server.ts';
import { enrollCohort } from '#app/enrollment/enrollCohort.server.ts';
import { SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { circleOf } from './bookings.ts';
import { asHerself } from './fillPeople.server.ts';
import { TEAMS } from './staff.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FACILITATOR = 'marc.petit';

/**
 * The first relais's group of analyse de pratiques: its animator composes it, the psychologist leads it and has filled
 * the sheets of the dates that are over; one more professional has applied.
 */
export async function fillCircle(world: DemoWorld): Promise<void> {
  const { relais, staff, publishedAt, now } = world;
  const [host] = relais;
  const facilitatorId = staff.get(FACILITATOR);
  const composerId = staff.get(TEAMS[0]?.[0] ?? '');
  const cycle =
    host && (await db().activity.findFirst({ where: { relaisId: host.id, kind: 'ANALYSE' }, select: { id: true } }));
  if (!host || !cycle || facilitatorId === undefined || composerId === undefined) return;
  const at = new Date(publishedAt.getTime() + HOUR);
  const { minMembers, maxMembers, ...rules } = cohortDefaults('ANALYSE');
  const readers = { facilitatorId, composerId };
  const settings = { name: 'Groupe d’analyse de pratiques', minMembers, maxMembers, rules, ...readers };
  const made = { ...settings, relaisId: host.id, activityId: cycle.id };
  const { cohortId } = succeed(await createCohort(SYSTEM, made, at));
  const circle = circleOf(world, 0);
  for (const { personId } of circle) {
    const nobody = { childIds: [], others: [] };
    succeed(await addMember(SYSTEM, { cohortId, personId, from: null, children: nobody }, at));
  }
  await enrollCohort(cohortId, at);
  await fillSheets(world, cycle.id, facilitatorId);
  const applicant = world.professionals.find(
    (one) =>
      one.relais === 0 &&
      one.active &&
      one.kind === 'ASSISTANTE_MATERNELLE' &&
      one.account === null &&
      !circle.some(({ personId }) => personId === one.personId),
  );
  if (!applicant) return;
  const herself = { ...asHerself(world, applicant.personId), professionalId: applicant.personId };
  await applyToCohort(herself, { activityId: cycle.id }, new Date(now.getTime() - 2 * DAY));
}

/** Everyone came, but for one excused each time. */
async function fillSheets({ collectiviteId, now }: DemoWorld, activityId: string, personId: string): Promise<void> {
  const sessions = await db().session.findMany({
    where: { activityId, state: 'PUBLISHED', endsAt: { lt: now } },
    orderBy: { startsAt: 'asc' },
    select: { id: true, endsAt: true, enrollments: { where: { state: 'CONFIRMED' }, orderBy: { arrival: 'asc' } } },
  });
  const who = { kind: 'person', collectiviteId, personId, name: '', professionalId: null, roles: [] } as const;
  const actor: PersonActor = { ...who, intervenantId: personId };
  for (const [turn, { id: sessionId, endsAt, enrollments }] of sessions.entries()) {
    const marks = enrollments.map(({ personId }, index) => ({
      ...{ id: randomUUID(), base: 0, markedAt: endsAt.getTime() },
      subject: { type: 'person' as const, personId },
      value: { state: index === turn ? ('EXCUSED' as const) : ('PRESENT' as const), ...ALONE },
    }));
    if (marks.length > 0) await markAttendance(actor, { sessionId, marks }, endsAt);
  }
}

const ALONE = { late: false, byParent: false, children: [] };
