import { db } from '#app/db/client.server.ts';
import { applyToCohort } from '#app/enrollment/applyToCohort.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { analyseCycle, join, makeCohort } from '#tests/integration/enrollment/cohort-world.ts';
import { at, now, type World } from '#tests/integration/enrollment/world.ts';

/** Groups of the host relais, composed by its animator. */
export type CohortCast = {
  readonly standingId: string;
  /** of `am`, in the standing group */
  readonly membershipId: string;
  readonly analyseId: string;
  readonly analyseActivityId: string;
  /** of the third AM, in the ANALYSE that `intervenant` leads */
  readonly analyseMembershipId: string;
  /** of `otherAm`, who applies to it */
  readonly appliedId: string;
};

export async function cohortsOf(place: World, { personId }: PersonActor): Promise<CohortCast> {
  const { animator, relaisId, ams } = place;
  const standingId = await makeCohort(animator, relaisId);
  const { activityId } = await analyseCycle(place, 1);
  const readers = { composerId: animator.personId, facilitatorId: personId };
  const analyseId = await makeCohort(animator, relaisId, { name: 'Analyse', activityId, ...readers });
  await applyToCohort(at(1, ams), { activityId }, now);
  const applied = await db().membership.findFirstOrThrow({ where: { cohortId: analyseId, state: 'APPLIED' } });
  return {
    ...{ standingId, analyseId, analyseActivityId: activityId, appliedId: applied.id },
    membershipId: await join(animator, standingId, at(0, ams)),
    analyseMembershipId: await join(animator, analyseId, at(2, ams)),
  };
}
