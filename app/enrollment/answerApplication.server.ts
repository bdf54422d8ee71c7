import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { localDate } from '#app/time/local.ts';
import { lockCohort } from './locked-cohort.server.ts';
import type { MembershipRefusal } from './membership-answers.ts';
import { communeIsFull, enqueueGroup, placesIn, recordMembership, tellAnswer } from './membership-rows.server.ts';
import { composesIt } from '#app/catalog/group-readers.ts';

export type AnswerApplicationInput = { cohortId: string; membershipId: string; answer: 'accept' | 'refuse' };

/** `WAITING`: accepted, but the group is full. `again`: that was the answer already. */
type Answered = { state: 'MEMBER' | 'WAITING' | 'REFUSED'; again: boolean };

/** Who composes a group gives a place for the whole cycle, or a rank when it is full, or refuses. No reason is kept (rule 8). */
export async function answerApplication(
  actor: Actor,
  input: AnswerApplicationInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Answered, MembershipRefusal>> {
  return inTransaction(tx, async (tx) => {
    if (!isUuid(input.cohortId) || !isUuid(input.membershipId)) return refuse({ code: 'NOT_FOUND' });
    const cohort = await lockCohort(tx, input.cohortId);
    const relais = cohort && (await managedRelais(tx, actor, 'cohort.write', cohort.relaisId));
    if (!cohort || !relais || (cohort.analyse && !composesIt(actor, cohort))) return refuse({ code: 'NOT_FOUND' });
    const { membershipId, answer } = input;
    const row = await tx.membership.findUnique({ where: { id: membershipId, cohortId: cohort.id } });
    if (!row) return refuse({ code: 'NOT_FOUND' });
    const wanted = answer === 'refuse' ? ['REFUSED'] : ['MEMBER', 'WAITING'];
    if (row.state !== 'APPLIED' && row.state !== 'WAITING') {
      const same = wanted.includes(row.state) && (row.state === 'MEMBER' || row.state === 'REFUSED');
      return same
        ? { ok: true, state: answer === 'refuse' ? 'REFUSED' : 'MEMBER', again: true }
        : refuse({ code: 'OVER' });
    }
    const { full } = await placesIn(tx, cohort);
    const state = answer === 'refuse' ? 'REFUSED' : full ? 'WAITING' : 'MEMBER';
    if (state === row.state) return { ok: true, state: 'WAITING', again: true };
    if (state === 'MEMBER' && (await communeIsFull(tx, cohort, row.personId))) return refuse({ code: 'COMMUNE_FULL' });
    const from = new Date(`${localDate(now, cohort.zone)}T00:00:00Z`);
    const since = state === 'REFUSED' ? { endedAt: now } : { from };
    await tx.membership.update({ where: { id: membershipId }, data: { state, ...since }, select: { id: true } });
    await recordMembership(tx, cohort, { actor, membershipId, what: `membership.${state}`, own: false }, now);
    if (state === 'MEMBER') await enqueueGroup(tx, cohort.id);
    else await tellAnswer(tx, cohort, row.personId, state, now);
    return { ok: true, state, again: false };
  });
}
