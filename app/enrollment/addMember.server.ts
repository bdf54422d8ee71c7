import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { localDate } from '#app/time/local.ts';
import { lockCohort } from './locked-cohort.server.ts';
import type { MembershipRefusal } from './membership-answers.ts';
import type { MembershipNews } from './membership-news.ts';
import { communeIsFull, enqueueGroup, placesIn, recordMembership, tellAnswer } from './membership-rows.server.ts';
import { composesIt } from '#app/catalog/group-readers.ts';
import { childrenToStore, type UsualChildren } from './usual-children.ts';

export type AddMemberInput = {
  cohortId: string;
  personId: string;
  /** First day, ISO; null: today. */
  from: string | null;
  children: UsualChildren;
  /** Why, for the mail that tells her. */
  news?: MembershipNews;
};

/**
 * Puts someone into a group: she is enrolled in its dates from that day on; she waits when it is full. Adding her twice
 * changes who usually comes with her, for the dates to come that are not enrolled yet. An ANALYSE: by its composer alone.
 */
export async function addMember(
  actor: Actor,
  input: AddMemberInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ membershipId: string; state: 'MEMBER' | 'WAITING'; again: boolean }, MembershipRefusal>> {
  return inTransaction(tx, async (tx) => {
    const cohort = await lockCohort(tx, input.cohortId);
    const relais = cohort && (await managedRelais(tx, actor, 'cohort.write', cohort.relaisId));
    if (!cohort || !relais || (cohort.analyse && !composesIt(actor, cohort))) return refuse({ code: 'NOT_FOUND' });
    const { personId } = input;
    const { collectiviteId } = cohort;
    const person = await tx.professional.findFirst({
      where: { personId, collectiviteId, person: { erasedAt: null } },
      select: { id: true },
    });
    if (!person) return refuse({ code: 'PERSON_UNKNOWN' });
    const children = cohort.analyse ? [] : childrenToStore(input.children);
    const news = input.news && !cohort.analyse ? { news: input.news } : {};
    const live = await tx.membership.findFirst({
      where: { cohortId: cohort.id, personId, state: { in: ['APPLIED', 'WAITING', 'MEMBER'] } },
      select: { id: true, state: true },
    });
    if (live && live.state !== 'APPLIED') {
      await tx.membership.update({
        where: { id: live.id },
        data: { children, until: null, endedAt: null },
        select: { id: true },
      });
      await recordMembership(tx, cohort, { actor, membershipId: live.id, what: 'membership.changed', own: false }, now);
      return { ok: true, membershipId: live.id, state: live.state === 'WAITING' ? 'WAITING' : 'MEMBER', again: true };
    }
    const { full, arrival } = await placesIn(tx, cohort);
    if (!full && (await communeIsFull(tx, cohort, personId))) return refuse({ code: 'COMMUNE_FULL' });
    const state = full ? 'WAITING' : 'MEMBER';
    const from = new Date(`${input.from ?? localDate(now, cohort.zone)}T00:00:00Z`);
    const made = {
      collectiviteId,
      cohortId: cohort.id,
      personId,
      arrival,
      createdAt: now,
      createdById: actorId(actor),
    };
    const { id: membershipId } = live
      ? await tx.membership.update({
          where: { id: live.id },
          data: { state, from, children, ...news },
          select: { id: true },
        })
      : await tx.membership.create({ data: { ...made, ...news, state, from, children }, select: { id: true } });
    await recordMembership(tx, cohort, { actor, membershipId, what: `membership.${state}`, own: false }, now);
    if (state === 'WAITING') await tellAnswer(tx, cohort, personId, 'WAITING', now);
    else await enqueueGroup(tx, cohort.id);
    return { ok: true, membershipId, state, again: false };
  });
}
