import { randomUUID } from 'node:crypto';
import { cohortDefaults, type CohortRules } from '#app/catalog/cohort-rules.ts';
import { createCohort } from '#app/catalog/createCohort.server.ts';
import { db } from '#app/db/client.server.ts';
import { addMember } from '#app/enrollment/addMember.server.ts';
import type { Actor, PersonActor } from '#app/people/actor.ts';
import { addSession, now, type World } from './world.ts';

/** So many minutes after `now`: what was told before is told. */
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Tuesdays of the world's activity, from 1 December 2026. */
export async function tuesdays(place: World, count: number, maxAdults = 12): Promise<string[]> {
  const ids: string[] = [];
  for (let week = 0; week < count; week += 1) {
    const startsAt = new Date(Date.UTC(2026, 11, 1 + 7 * week, 8, 30));
    ids.push(await addSession(place, { startsAt, maxAdults }));
  }
  return ids;
}

type Made = { name?: string; maxMembers?: number | null; rules?: Partial<CohortRules>; activityId?: string | null };
type Readers = { composerId?: string | null; facilitatorId?: string | null };

export async function makeCohort(actor: Actor, relaisId: string, options: Made & Readers = {}): Promise<string> {
  const { minMembers, maxMembers, ...rules } = cohortDefaults(options.activityId ? 'ANALYSE' : null);
  const outcome = await createCohort(
    actor,
    {
      ...{ relaisId, minMembers, activityId: options.activityId ?? null, name: options.name ?? 'Groupe du mardi' },
      ...{ composerId: options.composerId ?? null, facilitatorId: options.facilitatorId ?? null },
      maxMembers: options.maxMembers === undefined ? maxMembers : options.maxMembers,
      rules: { ...rules, ...options.rules },
    },
    now,
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.cohortId;
}

/** Straight into the table: the group comes to these dates. */
export async function attach(place: World, cohortId: string, sessionIds: readonly string[]): Promise<void> {
  const { collectiviteId } = place;
  await db().cohortSession.createMany({
    data: sessionIds.map((sessionId) => ({ collectiviteId, cohortId, sessionId })),
  });
}

/** With two children of 18 months to 3 years. */
export async function join(
  actor: Actor,
  cohortId: string,
  { personId }: PersonActor,
  at = now,
  from: string | null = null,
): Promise<string> {
  const children = { childIds: [], others: [{ fromMonths: 18, count: 2 }] };
  const outcome = await addMember(actor, { cohortId, personId, from, children }, at);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.membershipId;
}

export async function addIntervenant({ collectiviteId }: World, firstName = 'Marc'): Promise<PersonActor> {
  const personId = randomUUID();
  const email = `${personId}@test.example`;
  await db().person.create({ data: { id: personId, collectiviteId, firstName, lastName: 'Petit', email } });
  const { id } = await db().intervenant.create({ data: { collectiviteId, personId, profession: 'psychologue' } });
  const actor = { kind: 'person', personId, collectiviteId, name: firstName } as const;
  return { ...actor, professionalId: null, intervenantId: id, roles: [] };
}

/** A cycle of ANALYSE: its activity, its dates in the evening and who leads it. */
export async function analyseCycle(
  place: World,
  dates = 3,
): Promise<{ activityId: string; sessionIds: string[]; facilitator: PersonActor }> {
  const facilitator = await addIntervenant(place);
  const { collectiviteId, relaisId } = place;
  const { id: activityId } = await db().activity.create({
    data: { collectiviteId, relaisId, kind: 'ANALYSE', state: 'PUBLISHED', title: 'Analyse de pratiques' },
  });
  const sessionIds: string[] = [];
  for (let month = 0; month < dates; month += 1) {
    const startsAt = new Date(Date.UTC(2027, month, 14, 18, 30));
    const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
    const id = await addSession({ ...place, activityId }, { startsAt, endsAt, maxAdults: 15, maxChildren: 0 });
    const assigned = { collectiviteId, sessionId: id, personId: facilitator.personId };
    await db().assignment.create({ data: { ...assigned, role: 'INTERVENANT' } });
    sessionIds.push(id);
  }
  return { activityId, sessionIds, facilitator };
}
