import type { DbOrTx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';

export type Validator = { personId: string; name: string; relaisId: string | null };

/** Who validates the plan lines of a collectivité: its coordinators on that day, else its administrators. One query. */
export async function validatorsOf(
  db: DbOrTx,
  { collectiviteId, zone }: { collectiviteId: string; zone: string },
  now: Date,
): Promise<Validator[]> {
  const today = new Date(localDate(now, zone));
  const rows = await db.staffRole.findMany({
    where: {
      ...{ collectiviteId, role: { in: ['COORDINATOR', 'ADMIN'] }, from: { lte: today }, person: { erasedAt: null } },
      OR: [{ until: null }, { until: { gte: today } }],
    },
    orderBy: [{ person: { lastName: 'asc' } }, { id: 'asc' }],
    select: { personId: true, role: true, relaisId: true, person: { select: { firstName: true, lastName: true } } },
  });
  const named = rows.map(({ personId, role, relaisId, person: { firstName, lastName } }) => ({
    ...{ personId, relaisId, role, name: `${firstName} ${lastName}` },
  }));
  const coordinators = named.filter(({ role }) => role === 'COORDINATOR');
  return (coordinators.length > 0 ? coordinators : named).map(({ personId, name, relaisId }) => ({
    ...{ personId, name, relaisId },
  }));
}

/** Those of them who answer for this relais, each once. */
export function validatorsAt(validators: readonly Validator[], relaisId: string): Validator[] {
  const here = validators.filter((one) => one.relaisId === null || one.relaisId === relaisId);
  return here.filter((one, index) => here.findIndex(({ personId }) => personId === one.personId) === index);
}
