import { chooseDates } from '#app/catalog/chooseDates.server.ts';
import { cohortDefaults } from '#app/catalog/cohort-rules.ts';
import { createCohort } from '#app/catalog/createCohort.server.ts';
import { db } from '#app/db/client.server.ts';
import { addMember } from '#app/enrollment/addMember.server.ts';
import { enrollCohort } from '#app/enrollment/enrollCohort.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld } from './world.ts';

const MEMBERS = 4;
const DATES = 6;

/** A standing group of the first relais: four who come together to the last ateliers of the year. */
export async function fillGroups({ relais, professionals, now }: DemoWorld): Promise<void> {
  const [host] = relais;
  if (!host) return;
  const sessions = await db().session.findMany({
    where: { relaisId: host.id, state: 'PUBLISHED', activity: { kind: 'ATELIER' }, startsAt: { gt: now } },
    orderBy: { startsAt: 'desc' },
    select: { id: true, activityId: true },
  });
  const [last] = sessions;
  if (!last) return;
  const { minMembers, maxMembers, ...rules } = cohortDefaults(null);
  const nobody = { facilitatorId: null, composerId: null };
  const settings = { name: 'Groupe du mardi', activityId: null, minMembers, maxMembers, rules, ...nobody };
  const { cohortId } = succeed(await createCohort(SYSTEM, { relaisId: host.id, ...settings }, now));
  const dates = sessions.filter(({ activityId }) => activityId === last.activityId).slice(0, DATES);
  const chosen = dates.map(({ id }) => id);
  const { activityId } = last;
  succeed(await chooseDates(SYSTEM, { cohortId, activityId, listed: chosen, chosen, follow: null }, now));
  const members = professionals.filter(
    ({ relais: home, kind, active, account }) => home === 0 && kind === 'ASSISTANTE_MATERNELLE' && active && !account,
  );
  for (const { personId } of members.slice(-MEMBERS)) {
    const children = { childIds: [], others: [{ fromMonths: 18, count: 1 }] };
    succeed(await addMember(SYSTEM, { cohortId, personId, from: null, children }, now));
  }
  await enrollCohort(cohortId, now);
}
