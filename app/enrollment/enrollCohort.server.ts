import { attachFollowed } from '#app/catalog/attachFollowed.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { datesToEnrol, membersToEnrol, placesToGiveBack, usualOf, type ToEnrol } from './cohort-pending.server.ts';
import { enroll } from './enroll.server.ts';
import { giveBack } from './giveBack.server.ts';
import { lockCohort } from './locked-cohort.server.ts';
import { lockMeeting } from './meetings.server.ts';
import { fillPlaces } from './membership-rows.server.ts';
import { tellGroup } from './tellGroup.server.ts';

/**
 * Brings the enrolments of a group to what it is now: its members are enrolled once in each date it comes to, places
 * of who left or of dates it no longer comes to are given back, then each member gets one mail. One transaction a
 * session, so that it can be stopped and run again: a second run finds nothing to do.
 */
export async function enrollCohort(cohortId: string, now: Date, tx?: Tx): Promise<void> {
  const lives = await inTransaction(tx, (tx) => settle(tx, cohortId, now));
  if (!lives) return;
  const reader = tx ?? db();
  for (const one of await placesToGiveBack(reader, cohortId, now)) {
    await inTransaction(tx, (tx) => giveBack(tx, one, now));
  }
  for (const sessionId of await datesToEnrol(reader, cohortId, now)) {
    await inTransaction(tx, (tx) => enrolIn(tx, cohortId, sessionId, now));
  }
  await inTransaction(tx, (tx) => tellGroup(tx, cohortId, now));
}

/** Dates of what it follows, members whose last day has come, those waiting for their place. */
async function settle(tx: Tx, cohortId: string, now: Date): Promise<boolean> {
  const cohort = await lockCohort(tx, cohortId);
  if (!cohort) return false;
  await attachFollowed(tx, cohortId, now);
  const today = new Date(`${localDate(now, cohort.zone)}T00:00:00Z`);
  await tx.membership.updateMany({
    where: { cohortId, state: 'MEMBER', until: { lt: today } },
    data: { state: 'LEFT' },
  });
  await fillPlaces(tx, cohort, now);
  return true;
}

async function enrolIn(tx: Tx, cohortId: string, sessionId: string, now: Date): Promise<void> {
  const meeting = await lockMeeting(tx, sessionId);
  if (!meeting) return;
  for (const member of await membersToEnrol(tx, cohortId, sessionId, now)) {
    const { membershipId, personId } = member;
    const brought = await usualOf(tx, member, meeting);
    const input = { sessionId, personId, membershipId, ...brought, wish: 'ENROLL' as const, declared: [] };
    const outcome = await enroll(SYSTEM, input, now, tx);
    if (outcome.outcome === 'refused') await noteRefusal(tx, member, sessionId, outcome.refusal.code, now);
  }
}

/** Told once to who looks after the group, shown on its page as long as it lasts. */
async function noteRefusal(tx: Tx, member: ToEnrol, sessionId: string, code: string, now: Date): Promise<void> {
  const { membershipId, collectiviteId } = member;
  const about = { subject: 'membership', subjectId: membershipId, what: `notEnrolled:${code}` } as const;
  const where = { ...about, detail: { path: ['sessionId'], equals: sessionId } };
  if ((await tx.history.count({ where })) > 0) return;
  await record(tx, now, { ...about, collectiviteId, actorId: null, detail: { sessionId } });
}
