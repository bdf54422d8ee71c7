import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { addDays, localDate } from '#app/time/local.ts';
import { lockCohort, type LockedCohort } from './locked-cohort.server.ts';
import type { MembershipNews } from './membership-news.ts';
import { enqueueGroup, fillPlaces, recordMembership } from './membership-rows.server.ts';
import { composesIt } from '#app/catalog/group-readers.ts';

/** `from`: first day without her, ISO; null: today. `news`: why, for the mail that tells her. */
export type LeaveCohortInput = { membershipId: string; from: string | null; news?: MembershipNews };

/**
 * Ends someone's place in a group, by herself or by who looks after it: her enrolments that came from it are given back
 * from that day on, those she booked herself stay. Whoever waits for the group comes in, in order.
 */
export async function leaveCohort(
  actor: Actor,
  input: LeaveCohortInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ cohortId: string; again: boolean }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const found = await tx.membership.findUnique({ where: { id: input.membershipId }, select: { cohortId: true } });
    const cohort = found && (await lockCohort(tx, found.cohortId));
    const row = cohort && (await tx.membership.findUnique({ where: { id: input.membershipId } }));
    if (!cohort || !row) return refuse({ code: 'NOT_FOUND' });
    const own = actor.kind === 'person' && actor.personId === row.personId;
    if (!own && !mayRemove(actor, cohort)) return refuse({ code: 'NOT_FOUND' });
    if (row.state === 'LEFT' || row.state === 'REFUSED') return { ok: true, cohortId: cohort.id, again: true };
    const today = localDate(now, cohort.zone);
    const from = input.from !== null && input.from > today ? input.from : today;
    const until = new Date(`${addDays(from, -1)}T00:00:00Z`);
    const { id: membershipId } = row;
    // Left for a later day: she is still in the group until then.
    const gone = from <= today || row.state !== 'MEMBER';
    const left = { until, endedAt: now, ...(input.news && !cohort.analyse && { news: input.news }) };
    const data = gone ? { ...left, state: 'LEFT' as const } : left;
    await tx.membership.update({ where: { id: membershipId }, data, select: { id: true } });
    await recordMembership(tx, cohort, { actor, membershipId, what: 'membership.LEFT', own }, now);
    if (row.state === 'MEMBER') {
      if (gone) await fillPlaces(tx, cohort, now);
      await enqueueGroup(tx, cohort.id);
    }
    return { ok: true, cohortId: cohort.id, again: false };
  });
}

function mayRemove(actor: Actor, cohort: LockedCohort): boolean {
  return may(actor, 'cohort.write', cohort) && (!cohort.analyse || composesIt(actor, cohort));
}
