import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { may } from '#app/people/permissions.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { checkCohort } from './checkCohort.server.ts';
import type { CohortInput, CohortRefusal } from './new-cohort.ts';

/**
 * Changes what is set of a group. Whoever would read the names of an ANALYSE (its composer, its facilitator) is changed
 * by its composer, or by those who set up the relais.
 */
export async function changeCohort(
  actor: Actor,
  input: CohortInput & { cohortId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ cohortId: string }, CohortRefusal>> {
  return inTransaction(tx, async (tx) => {
    const { cohortId, rules, ...settings } = input;
    const cohort = await tx.cohort.findUnique({
      where: { id: cohortId, endedAt: null },
      select: { relaisId: true, composerId: true, facilitatorId: true, activity: { select: { kind: true } } },
    });
    const relais = cohort && (await managedRelais(tx, actor, 'cohort.write', cohort.relaisId));
    if (!cohort || !relais) return refuse({ code: 'NOT_FOUND' });
    const { relaisId } = cohort;
    const { collectiviteId } = relais;
    const analyse = cohort.activity?.kind === 'ANALYSE';
    const readers = settings.composerId !== cohort.composerId || settings.facilitatorId !== cohort.facilitatorId;
    const designates =
      actorId(actor) === cohort.composerId || may(actor, 'relais.settings', { relaisId, collectiviteId });
    if (analyse && readers && !designates) return refuse({ code: 'NOT_FOUND' });
    const wrong = await checkCohort(tx, { collectiviteId, relaisId, analyse, now }, input);
    if (wrong) return refuse(wrong);
    const data = { ...settings, name: settings.name.trim(), rules: { ...rules, kinds: [...rules.kinds] } };
    await tx.cohort.update({ where: { id: cohortId }, data, select: { id: true } });
    await record(tx, now, {
      ...{ collectiviteId, actorId: actorId(actor), subject: 'cohort', subjectId: cohortId, what: 'cohort.changed' },
      detail: readers ? { readers: true } : {},
    });
    await enqueueJob(tx, { task: 'enroll-cohorts', payload: { cohortId }, key: `cohort:${cohortId}` });
    return { ok: true, cohortId };
  });
}
