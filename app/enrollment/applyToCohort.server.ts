import type { Tx } from '#app/db/client.server.ts';
import { joinRefusal } from '#app/catalog/cohort-rules.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { localDate } from '#app/time/local.ts';
import { joiningAs } from './joining-as.server.ts';
import { lockCohort } from './locked-cohort.server.ts';
import type { MembershipRefusal } from './membership-answers.ts';
import { placesIn, recordMembership, tellAnswer } from './membership-rows.server.ts';

/** A professional asks for a place in a cycle, all its dates at once; asking twice is asking once. */
export async function applyToCohort(
  actor: Actor,
  input: { activityId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ membershipId: string; again: boolean }, MembershipRefusal>> {
  return inTransaction(tx, async (tx) => {
    if (actor.kind !== 'person' || actor.professionalId === null) return refuse({ code: 'NOT_FOUND' });
    const { personId, collectiviteId } = actor;
    const found = await tx.cohort.findFirst({
      where: { activityId: input.activityId, collectiviteId, endedAt: null, activity: { state: 'PUBLISHED' } },
      select: { id: true },
    });
    const cohort = found && (await lockCohort(tx, found.id));
    if (!cohort) return refuse({ code: 'NOT_FOUND' });
    const live = await tx.membership.findFirst({
      where: { cohortId: cohort.id, personId, state: { in: ['APPLIED', 'WAITING', 'MEMBER'] } },
      select: { id: true },
    });
    if (live) return { ok: true, membershipId: live.id, again: true };
    const today = localDate(now, cohort.zone);
    const person = await joiningAs(tx, personId, cohort.relaisId, today);
    const wrong = person ? joinRefusal(cohort.rules, person, today) : 'WRONG_KIND';
    if (wrong) return refuse({ code: wrong });
    const { arrival } = await placesIn(tx, cohort);
    const data = { collectiviteId, cohortId: cohort.id, personId, arrival, createdAt: now, createdById: personId };
    const { id: membershipId } = await tx.membership.create({
      data: { ...data, state: 'APPLIED', from: new Date(`${today}T00:00:00Z`) },
      select: { id: true },
    });
    await recordMembership(tx, cohort, { actor, membershipId, what: 'membership.APPLIED', own: true }, now);
    await tellAnswer(tx, cohort, personId, 'APPLIED', now);
    return { ok: true, membershipId, again: false };
  });
}
