import type { Tx } from '#app/db/client.server.ts';
import type { CohortInput, CohortRefusal } from './new-cohort.ts';

type Place = { collectiviteId: string; relaisId: string; analyse: boolean; now: Date };

/** Why a group may not be as it is set; null: it may. An ANALYSE needs who leads it and who composes it (rule 8). */
export async function checkCohort(tx: Tx, place: Place, input: CohortInput): Promise<CohortRefusal | null> {
  const { name, minMembers, maxMembers, facilitatorId, composerId } = input;
  if (name.trim() === '') return { code: 'NAME_EMPTY' };
  if (minMembers !== null && maxMembers !== null && maxMembers < minMembers) return { code: 'LIMITS_WRONG' };
  if (!place.analyse) return null;
  const { collectiviteId, relaisId, now } = place;
  const leads =
    facilitatorId !== null && (await tx.intervenant.count({ where: { personId: facilitatorId, collectiviteId } })) > 0;
  if (!leads) return { code: 'FACILITATOR_NEEDED' };
  return (await animates(tx, composerId, relaisId, now)) ? null : { code: 'COMPOSER_NEEDED' };
}

async function animates(tx: Tx, personId: string | null, relaisId: string, now: Date): Promise<boolean> {
  if (personId === null) return false;
  const here = { OR: [{ relaisId }, { relaisId: null }] };
  const held = { from: { lte: now }, OR: [{ until: null }, { until: { gte: now } }] };
  return (await tx.staffRole.count({ where: { AND: [{ personId, role: 'ANIMATOR' }, here, held] } })) > 0;
}
