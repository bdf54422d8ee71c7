import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { storedCohortRules } from '#app/catalog/cohort.schema.server.ts';
import type { CohortRules } from '#app/catalog/cohort-rules.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { composesIt, readsNames } from '#app/catalog/group-readers.ts';

/** A living group before its reader, and how far it opens. */
export type CohortAccess = {
  id: string;
  collectiviteId: string;
  relaisId: string;
  relais: string;
  name: string;
  activity: { id: string; title: string; kind: ActivityKindName } | null;
  analyse: boolean;
  composerId: string | null;
  facilitatorId: string | null;
  minMembers: number | null;
  maxMembers: number | null;
  rules: CohortRules;
  zone: string;
  ageBands: number[];
  /** She reads the names. */
  named: boolean;
  /** She adds, answers and removes. */
  composes: boolean;
  /** She settles dates and rules. */
  plans: boolean;
  /** She may say who composes and who leads an ANALYSE. */
  designates: boolean;
};

/** A group for who looks after it in its relais, or leads it; null: it does not exist for her. */
export async function cohortAccess(db: DbOrTx, actor: Actor, id: string): Promise<CohortAccess | null> {
  if (actor.kind !== 'person' || !isUuid(id)) return null;
  const row = await db.cohort.findUnique({
    where: { id, collectiviteId: actor.collectiviteId, endedAt: null },
    include: {
      activity: { select: { id: true, title: true, kind: true } },
      relais: { select: { name: true, collectivite: { select: { timezone: true, ageBands: true } } } },
    },
  });
  if (!row) return null;
  const { relaisId, composerId, facilitatorId } = row;
  const plans = may(actor, 'cohort.write', row);
  const analyse = row.activity?.kind === 'ANALYSE';
  const readers = { relaisId, collectiviteId: row.collectiviteId, composerId, facilitatorId };
  const leads = facilitatorId === actor.personId;
  if (!plans && !leads) return null;
  const { name, collectiviteId, activity, minMembers, maxMembers, relais } = row;
  const composes = analyse ? composesIt(actor, readers) : plans;
  return {
    ...{ id: row.id, collectiviteId, relaisId, name, activity, analyse, composerId, facilitatorId },
    ...{ minMembers, maxMembers, plans, composes, relais: relais.name },
    ...{ zone: relais.collectivite.timezone, ageBands: relais.collectivite.ageBands },
    rules: storedCohortRules(row.rules),
    named: analyse ? readsNames(actor, readers) : plans,
    designates: composes || may(actor, 'relais.settings', row),
  };
}
