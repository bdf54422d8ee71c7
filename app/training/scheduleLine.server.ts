import { addSessions } from '#app/catalog/addSessions.server.ts';
import { cohortDefaults } from '#app/catalog/cohort-rules.ts';
import { createActivity } from '#app/catalog/createActivity.server.ts';
import { createCohort } from '#app/catalog/createCohort.server.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { addMember } from '#app/enrollment/addMember.server.ts';
import { enrollCohort } from '#app/enrollment/enrollCohort.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, SYSTEM, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import { addDays, fromLocal, localDate } from '#app/time/local.ts';
import { LIVE_FILES } from './file-stage.ts';
import { totalMinutes, type HalfDay } from './half-days.ts';
import { mayBeDated } from './line-stage.ts';
import { obstacles } from './obstacles.server.ts';
import { lockLine, type LineAccess } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';
import { writeLineStage } from './writeLineStage.server.ts';

export type LineDates = {
  lineId: string;
  halfDays: readonly HalfDay[];
  siteId: string;
  /** The organisation's trainer, when an intervenant here; the dates are proposed to him. */
  trainerId: string | null;
  /** Others may ask for the places left; else the relais alone enrols. */
  placesOpen: boolean;
  /** Why it is planned in spite of a clash; null: a clash refuses. */
  override: string | null;
};

/** `unsure`: how many of them have no sure place on one of the dates. */
type Done = { activityId: string; people: number; unsure: number; again: boolean };

class Refused extends Error {
  constructor(readonly refusal: PlanRefusal) {
    super(refusal.code);
  }
}

/**
 * Gives a validated line its dates, in one act: a FORMATION of the catalogue with one published session a half-day, and
 * its people enrolled in all of them as a group, each told by one mail with the entries for her calendar. What keeps
 * someone out of a date is kept for her (`obstacles`). Refuses another stage, more people than places, a date that is
 * past, what is held at that time, who does not plan in the relais of the line. Twice is once.
 */
export async function scheduleLine(
  actor: Actor,
  input: LineDates,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, PlanRefusal>> {
  try {
    const done = await inTransaction(tx, (tx) => schedule(tx, actor, input, now));
    const { activityId, people, cohortId, zone } = done;
    if (cohortId === null) return { ok: true, activityId, people, unsure: 0, again: true };
    // Its job would do it too: here, so that the page that follows tells how it went.
    await enrollCohort(cohortId, now, tx);
    const lacking = await obstacles(tx ?? db(), { id: input.lineId, activityId, zone }, now);
    const unsure = new Set(lacking.map(({ personId }) => personId)).size;
    return { ok: true, activityId, people, unsure, again: false };
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    const taken = databaseRefusal(error);
    if (tx === undefined && (taken === 'capacity' || taken === 'occupied')) return refuse({ code: 'SITE_FULL' });
    throw error;
  }
}

/** @throws {Refused} so that whatever was written is taken back */
async function schedule(tx: Tx, actor: Actor, input: LineDates, now: Date) {
  const line = await lockLine(tx, actor, input.lineId);
  if (!line) throw new Refused({ code: 'NOT_FOUND' });
  if (line.stage === 'SCHEDULED' && line.activityId !== null) {
    return { activityId: line.activityId, people: 0, cohortId: null, zone: line.plan.zone };
  }
  const people = await peopleOf(tx, line.id);
  const wrong = firstRefusal(actor, line, input, people.length, now);
  if (wrong) throw new Refused(wrong);
  const activityId = await activityFor(tx, actor, line, input, now);
  const cohortId = await groupFor(tx, actor, line, { ...input, activityId, people }, now);
  await sessionsFor(tx, actor, line, { ...input, activityId }, now);
  const minutes = line.minutes ?? totalMinutes(input.halfDays);
  await tx.trainingLine.update({ where: { id: line.id }, data: { activityId, minutes }, select: { id: true } });
  await writeLineStage(tx, actor, line, { stage: 'SCHEDULED' }, now);
  const who = { collectiviteId: line.collectiviteId, actorId: actorId(actor), subject: 'line' as const };
  await record(tx, now, { ...who, subjectId: line.id, what: 'line.SCHEDULED', detail: { activityId } });
  return { activityId, people: people.length, cohortId, zone: line.plan.zone };
}

async function peopleOf(tx: Tx, lineId: string): Promise<string[]> {
  const rows = await tx.trainingFile.findMany({
    where: { lineId, stage: { in: [...LIVE_FILES] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

function firstRefusal(
  actor: Actor,
  line: LineAccess,
  { halfDays }: LineDates,
  people: number,
  now: Date,
): PlanRefusal | null {
  if (!mayBeDated(line.stage)) return { code: 'WRONG_STAGE' };
  if (!may(actor, 'session.plan', line)) return { code: 'NOT_PLANNING' };
  if (people === 0) return { code: 'NOBODY_CHOSEN' };
  if (line.maxPeople !== null && people > line.maxPeople) return { code: 'TOO_MANY', most: line.maxPeople, people };
  if (halfDays.length === 0) return { code: 'DATES_NEEDED' };
  const past = halfDays.some(({ date, from: time }) => fromLocal({ date, time }, line.plan.zone) <= now);
  return past ? { code: 'DATE_PASSED' } : null;
}

async function activityFor(tx: Tx, actor: Actor, line: LineAccess, input: LineDates, now: Date): Promise<string> {
  const welcome = input.halfDays.some(({ children }) => children) ? ('OPTIONAL' as const) : ('NONE' as const);
  const made = await createActivity(
    actor,
    {
      ...{ relaisId: line.relaisId, kind: 'FORMATION', title: line.title, maxAdults: line.maxPeople },
      bookingRules: { mode: input.placesOpen ? 'ON_REQUEST' : 'BY_NAME', children: { welcome, perAdult: null } },
    },
    now,
    tx,
  );
  if (!made.ok) throw new Refused({ code: made.refusal.code === 'TITLE_EMPTY' ? 'TITLE_EMPTY' : 'NOT_PLANNING' });
  return made.activityId;
}

type Made = LineDates & { activityId: string };

/** Its own group, closed to applications: the plan composes it. */
async function groupFor(
  tx: Tx,
  actor: Actor,
  { relaisId, title, plan }: LineAccess,
  { activityId, people }: Made & { people: readonly string[] },
  now: Date,
): Promise<string> {
  const { minMembers, maxMembers, ...open } = cohortDefaults('FORMATION');
  const rules = { ...open, from: 'ALL' as const, joinUntil: addDays(localDate(now, plan.zone), -1) };
  const settings = { minMembers, maxMembers, facilitatorId: null, composerId: null, name: nameOf(title), rules };
  const made = await createCohort(actor, { ...settings, relaisId, activityId }, now, tx);
  if (!made.ok) throw new Refused({ code: 'NOT_PLANNING' });
  const children = { childIds: [], others: [] };
  for (const personId of people) {
    await addMember(SYSTEM, { cohortId: made.cohortId, personId, from: null, children }, now, tx);
  }
  return made.cohortId;
}

const LONGEST_NAME = 80;
const nameOf = (title: string) => (title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME - 1)}…` : title);

async function sessionsFor(tx: Tx, actor: Actor, line: LineAccess, input: Made, now: Date): Promise<void> {
  const { activityId, halfDays, siteId, trainerId, override } = input;
  const { zone } = line.plan;
  const dates = halfDays.map(({ date, from, to, children }) => ({
    startsAt: fromLocal({ date, time: from }, zone),
    endsAt: fromLocal({ date, time: to }, zone),
    siteId,
    ...(children ? {} : { maxChildren: 0 }),
    ...(trainerId === null ? {} : { intervenants: [{ personId: trainerId, state: 'PROPOSED' as const }] }),
    ...(override === null ? {} : { override: { reason: override } }),
  }));
  const added = await addSessions(actor, { activityId, dates }, now, tx);
  if (!added.ok) throw new Refused(refusalOf(added.refusal));
  const published = await publishSessions(actor, { sessionIds: added.sessionIds }, now, tx);
  if (!published.ok) throw new Refused({ code: published.refusal.code === 'SITE_FULL' ? 'SITE_FULL' : 'NOT_PLANNING' });
}

type DatesRefusal = Extract<Awaited<ReturnType<typeof addSessions>>, { ok: false }>['refusal'];

function refusalOf(refusal: DatesRefusal): PlanRefusal {
  switch (refusal.code) {
    case 'CLASH':
      return { code: 'CLASH', clashes: refusal.clashes };
    case 'HOURS_WRONG':
    case 'SITE_CLOSED':
      return { code: refusal.code, when: refusal.when };
    case 'SITE_UNKNOWN':
      return { code: 'SITE_UNKNOWN' };
    case 'NOT_AN_INTERVENANT':
      return { code: 'TRAINER_UNKNOWN' };
    case 'NOT_AN_ANIMATOR':
    case 'NOT_FOUND':
      return { code: 'NOT_PLANNING' };
  }
}
