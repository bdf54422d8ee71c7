import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import type { TemplateProps } from '#app/mail/templates.ts';
import { actorId, SYSTEM, type Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { groupInWords } from './group-words.ts';
import type { LockedCohort } from './locked-cohort.server.ts';

/** How many are in the group, and the next arrival number; under its lock. */
export async function placesIn(
  tx: Tx,
  cohort: LockedCohort,
): Promise<{ members: number; full: boolean; arrival: number }> {
  const members = await tx.membership.count({ where: { cohortId: cohort.id, state: 'MEMBER' } });
  const last = await tx.membership.aggregate({ where: { cohortId: cohort.id }, _max: { arrival: true } });
  const full = cohort.maxMembers !== null && members >= cohort.maxMembers;
  return { members, full, arrival: (last._max.arrival ?? 0) + 1 };
}

/** Are there as many of her commune in the group as its rules permit? */
export async function communeIsFull(tx: Tx, cohort: LockedCohort, personId: string): Promise<boolean> {
  const most = cohort.rules.mostPerCommune;
  if (most === null) return false;
  const file = await tx.professional.findUnique({ where: { personId }, select: { communeId: true } });
  if (!file?.communeId) return false;
  const person = { professional: { communeId: file.communeId } };
  return (await tx.membership.count({ where: { cohortId: cohort.id, state: 'MEMBER', person } })) >= most;
}

/**
 * Who did what to a membership. Of an ANALYSE, what she does herself is written without her name: the row it is about
 * says whose it is, to those who may read it (rule 8).
 */
export async function recordMembership(
  tx: Tx,
  { collectiviteId, analyse }: LockedCohort,
  { actor, membershipId, what, own }: { actor: Actor; membershipId: string; what: string; own: boolean },
  now: Date,
): Promise<void> {
  const who = analyse && own ? null : actorId(actor);
  await record(tx, now, { collectiviteId, actorId: who, subject: 'membership', subjectId: membershipId, what });
}

/** Her places follow: enrolled in the group's dates, or withdrawn from them, by a job. */
export async function enqueueGroup(tx: Tx, cohortId: string): Promise<void> {
  await enqueueJob(tx, { task: 'enroll-cohorts', payload: { cohortId }, key: `cohort:${cohortId}` });
}

/** Writes to her where her application stands; nothing when she has no e-mail. */
export async function tellAnswer(
  tx: Tx,
  cohort: LockedCohort,
  personId: string,
  answer: TemplateProps['group-answer']['answer'],
  now: Date,
): Promise<void> {
  const person = await tx.person.findUnique({ where: { id: personId, erasedAt: null }, select: { email: true } });
  if (!person?.email) return;
  const { collectiviteId, relais, analyse: confidential } = cohort;
  const props = { relais, confidential, group: groupInWords(cohort.name), answer };
  await enqueueMail(tx, { template: 'group-answer', props, collectiviteId, personId, to: person.email, now });
}

/** Those who wait for the group come in, in order, as long as there is room and its rules admit them. */
export async function fillPlaces(tx: Tx, cohort: LockedCohort, now: Date): Promise<void> {
  const { members } = await placesIn(tx, cohort);
  let left = cohort.maxMembers === null ? Infinity : cohort.maxMembers - members;
  if (left <= 0) return;
  const waiting = await tx.membership.findMany({
    where: { cohortId: cohort.id, state: 'WAITING' },
    orderBy: [{ arrival: 'asc' }, { id: 'asc' }],
    select: { id: true, personId: true },
  });
  const from = new Date(`${localDate(now, cohort.zone)}T00:00:00Z`);
  for (const { id: membershipId, personId } of waiting) {
    if (left <= 0) return;
    if (await communeIsFull(tx, cohort, personId)) continue;
    left -= 1;
    await tx.membership.update({ where: { id: membershipId }, data: { state: 'MEMBER', from }, select: { id: true } });
    const what = { actor: SYSTEM, membershipId, what: 'membership.MEMBER', own: false };
    await recordMembership(tx, cohort, what, now);
  }
}
