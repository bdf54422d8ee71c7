import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { organisationRow, type OrganisationInput } from './organisation-checks.ts';
import type { PlanRefusal } from './plan-messages.ts';

/**
 * Notes a provider of trainings, for the whole collectivité. The same name is the one that is there, changed by nothing.
 * Refuses who makes no plan, an empty name, a SIRET that is none.
 */
export async function addOrganisation(
  actor: Actor,
  { collectiviteId, ...input }: OrganisationInput & { collectiviteId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ organisationId: string; again: boolean }, PlanRefusal>> {
  const elsewhere = actor.kind === 'person' && actor.collectiviteId !== collectiviteId;
  if (elsewhere || !maySomewhere(actor, 'plan.write')) return refuse({ code: 'NOT_FOUND' });
  if (input.name.trim() === '') return refuse({ code: 'NAME_EMPTY' });
  const row = organisationRow(input);
  if (!row) return refuse({ code: 'SIRET_WRONG' });
  return inTransaction(tx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Collectivite" WHERE id = ${collectiviteId}::uuid FOR NO KEY UPDATE`;
    const there = await tx.trainingOrganisation.findFirst({
      where: { collectiviteId, retiredAt: null, name: { equals: row.name, mode: 'insensitive' } },
      select: { id: true },
    });
    if (there) return { ok: true, organisationId: there.id, again: true };
    const data = { ...row, collectiviteId, createdAt: now, createdById: actorId(actor) };
    const { id } = await tx.trainingOrganisation.create({ data, select: { id: true } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'organisation' as const, subjectId: id };
    await record(tx, now, { ...who, what: 'organisation.added' });
    return { ok: true, organisationId: id, again: false };
  });
}
