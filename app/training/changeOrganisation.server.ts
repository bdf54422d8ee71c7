import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { organisationRow, type OrganisationInput } from './organisation-checks.ts';
import { organisationFor } from './organisation-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';

/** Changes what is known of a provider. Refuses one of elsewhere, an empty name, another's name, a SIRET that is none. */
export async function changeOrganisation(
  actor: Actor,
  { organisationId, ...input }: OrganisationInput & { organisationId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, PlanRefusal>> {
  if (input.name.trim() === '') return refuse({ code: 'NAME_EMPTY' });
  const row = organisationRow(input);
  if (!row) return refuse({ code: 'SIRET_WRONG' });
  return inTransaction(tx, async (tx) => {
    const there = await organisationFor(tx, actor, organisationId);
    if (!there) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = there;
    await tx.$executeRaw`SELECT 1 FROM "Collectivite" WHERE id = ${collectiviteId}::uuid FOR NO KEY UPDATE`;
    const same = { equals: row.name, mode: 'insensitive' as const };
    const others = { collectiviteId, retiredAt: null, name: same, id: { not: organisationId } };
    if ((await tx.trainingOrganisation.count({ where: others })) > 0) return refuse({ code: 'NAME_TAKEN' });
    await tx.trainingOrganisation.update({ where: { id: organisationId }, data: row, select: { id: true } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'organisation' as const };
    await record(tx, now, { ...who, subjectId: organisationId, what: 'organisation.changed' });
    return { ok: true };
  });
}
