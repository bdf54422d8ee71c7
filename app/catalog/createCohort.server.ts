import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { checkCohort } from './checkCohort.server.ts';
import type { CohortInput, CohortRefusal } from './new-cohort.ts';

/** `activityId`: of its own cycle; null: a standing group, for any activity of the relais. */
export type NewCohort = CohortInput & { relaisId: string; activityId: string | null };

/**
 * Makes a group without members; that of a cycle follows all its dates. Refuses a relais or an activity that is not the
 * actor's, a second living group for an ANALYSE, an ANALYSE without its facilitator or its composer.
 */
export async function createCohort(
  actor: Actor,
  input: NewCohort,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ cohortId: string }, CohortRefusal>> {
  return inTransaction(tx, async (tx) => {
    const { activityId, relaisId, rules, ...settings } = input;
    const relais = await managedRelais(tx, actor, 'cohort.write', relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const activity = activityId === null ? null : await lockActivity(tx, activityId, relaisId);
    if (activityId !== null && activity === null) return refuse({ code: 'NOT_FOUND' });
    const analyse = activity?.kind === 'ANALYSE';
    const { collectiviteId } = relais;
    const wrong = await checkCohort(tx, { collectiviteId, relaisId, analyse, now }, input);
    if (wrong) return refuse(wrong);
    if (analyse && (await tx.cohort.count({ where: { activityId, endedAt: null } })) > 0)
      return refuse({ code: 'GROUP_EXISTS' });
    const name = input.name.trim();
    const made = { collectiviteId, relaisId, activityId, createdAt: now, createdById: actorId(actor) };
    const data = { ...settings, ...made, name, rules: { ...rules, kinds: [...rules.kinds] } };
    const { id } = await tx.cohort.create({ data, select: { id: true } });
    if (activityId !== null) await tx.cohortFollow.create({ data: { collectiviteId, cohortId: id, activityId } });
    await record(tx, now, {
      ...{ collectiviteId, actorId: actorId(actor) },
      ...{ subject: 'cohort', subjectId: id, what: 'cohort.created' },
    });
    return { ok: true, cohortId: id };
  });
}

/** Its lock makes two groups of one ANALYSE impossible. */
async function lockActivity(tx: Tx, id: string, relaisId: string): Promise<{ kind: string } | null> {
  const [row] = await tx.$queryRaw<{ kind: string }[]>`
    SELECT kind::text AS kind FROM "Activity" WHERE id = ${id}::uuid AND "relaisId" = ${relaisId}::uuid FOR NO KEY UPDATE`;
  return row ?? null;
}
