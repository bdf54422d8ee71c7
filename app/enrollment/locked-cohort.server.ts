import type { Tx } from '#app/db/client.server.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import type { CohortRules } from '#app/catalog/cohort-rules.ts';
import { storedCohortRules } from '#app/catalog/cohort.schema.server.ts';
import type { RelaisWords } from '#app/mail/templates.ts';

/** A living group, under its lock. */
export type LockedCohort = {
  id: string;
  collectiviteId: string;
  relaisId: string;
  activityId: string | null;
  kind: ActivityKindName | null;
  analyse: boolean;
  name: string;
  composerId: string | null;
  facilitatorId: string | null;
  createdById: string | null;
  minMembers: number | null;
  maxMembers: number | null;
  rules: CohortRules;
  zone: string;
  ageBands: number[];
  relais: RelaisWords;
};

/** Locks a group until the transaction ends, before any session; null: there is none, or it has ended. */
export async function lockCohort(tx: Tx, id: string): Promise<LockedCohort | null> {
  await tx.$executeRaw`SELECT 1 FROM "Cohort" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.cohort.findUnique({
    where: { id, endedAt: null },
    include: {
      activity: { select: { kind: true } },
      relais: {
        select: {
          ...{ name: true, phone: true, email: true },
          collectivite: { select: { timezone: true, ageBands: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { activity, relais, rules, ...cohort } = row;
  const { name, phone, email, collectivite } = relais;
  const kind = activity?.kind ?? null;
  return {
    ...cohort,
    ...{ kind, analyse: kind === 'ANALYSE', rules: storedCohortRules(rules) },
    ...{ zone: collectivite.timezone, ageBands: collectivite.ageBands, relais: { name, phone, email } },
  };
}
