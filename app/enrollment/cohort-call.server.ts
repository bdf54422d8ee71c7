import { explainCohort, joinRefusal } from '#app/catalog/cohort-rules.ts';
import { storedCohortRules } from '#app/catalog/cohort.schema.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { joiningAs } from './joining-as.server.ts';
import { membershipMessage } from './membership-answers.ts';

/** A call for applicants, as its page shows it: neither date, place nor anyone (rule 8). */
export type CohortCall = {
  activityId: string;
  title: string;
  relais: string;
  rules: string[];
  /** Why she may not apply; null: she may, or is not known yet. */
  refusal: string | null;
  /** Where she stands already; null: she has not applied. */
  mine: 'APPLIED' | 'WAITING' | 'MEMBER' | null;
};

/** The call of a cycle that has its group; null: none, or of another collectivité than the actor's. */
export async function cohortCall(
  actor: Actor,
  activityId: string,
  now: Date,
  tx: Tx = db(),
): Promise<CohortCall | null> {
  if (!isUuid(activityId)) return null;
  const row = await tx.cohort.findFirst({
    where: {
      ...{ activityId, endedAt: null, activity: { state: 'PUBLISHED' } },
      ...(actor.kind === 'person' && { collectiviteId: actor.collectiviteId }),
    },
    orderBy: { createdAt: 'desc' },
    include: {
      activity: { select: { title: true } },
      relais: { select: { name: true, collectivite: { select: { timezone: true } } } },
    },
  });
  if (!row) return null;
  const { relais, minMembers, maxMembers, relaisId } = row;
  const rules = storedCohortRules(row.rules);
  const today = localDate(now, relais.collectivite.timezone);
  const mine = await standingOf(tx, actor, row.id);
  const wrong = await refusalOf(tx, actor, { rules, relaisId }, today);
  return {
    ...{ activityId, mine, title: row.activity?.title ?? row.name, relais: relais.name },
    rules: explainCohort(rules, { minMembers, maxMembers }, relais.name),
    refusal: mine === null && wrong ? membershipMessage({ code: wrong }) : null,
  };
}

async function standingOf(tx: Tx, actor: Actor, cohortId: string): Promise<CohortCall['mine']> {
  if (actor.kind !== 'person') return null;
  const { personId } = actor;
  const where = { cohortId, personId, state: { in: ['APPLIED' as const, 'WAITING' as const, 'MEMBER' as const] } };
  const row = await tx.membership.findFirst({ where, select: { state: true } });
  return row?.state === 'APPLIED' || row?.state === 'WAITING' || row?.state === 'MEMBER' ? row.state : null;
}

async function refusalOf(
  tx: Tx,
  actor: Actor,
  { rules, relaisId }: { rules: Parameters<typeof joinRefusal>[0]; relaisId: string },
  today: string,
) {
  if (actor.kind !== 'person')
    return rules.joinUntil !== null && today > rules.joinUntil ? ('TOO_LATE' as const) : null;
  const person = await joiningAs(tx, actor.personId, relaisId, today);
  return person ? joinRefusal(rules, person, today) : ('WRONG_KIND' as const);
}
