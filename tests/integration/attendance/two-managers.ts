import { randomUUID } from 'node:crypto';
import { createActivity } from '#app/catalog/createActivity.server.ts';
import { addSessions } from '#app/catalog/addSessions.server.ts';
import type { NewSession } from '#app/catalog/new-session.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db } from '#app/db/client.server.ts';
import { SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { addIntervenant } from '#app/people/addIntervenant.server.ts';
import { actorOf, done, makeWorld, NOW, paris, type World } from '../catalog/world.ts';

export { done, NOW, paris } from '../catalog/world.ts';

/** Two managers, the first with two relais, the second with one, who all call on the same psychologist by one e-mail. */
export async function twoManagers() {
  const [here, there] = [await makeWorld(), await makeWorld()];
  const email = `${randomUUID()}@exemple.fr`;
  const psychologist = async (world: World): Promise<PersonActor> => {
    const who = { firstName: 'Marc', lastName: 'Petit', profession: 'psychologue', email };
    const { personId } = done(await addIntervenant(SYSTEM, { relaisId: world.north, ...who }, NOW));
    const { id } = await db().intervenant.findUniqueOrThrow({ where: { personId }, select: { id: true } });
    return { ...actorOf(world.collectiviteId, personId), name: 'Marc Petit', intervenantId: id };
  };
  await db().person.update({ where: { id: here.animatorId }, data: { email: `lea-${email}` } });
  return { here, there, email, self: await psychologist(here), other: await psychologist(there) };
}

export type TwoManagers = Awaited<ReturnType<typeof twoManagers>>;

/** An evening of a relais where he is asked, or has agreed, to speak. */
export async function evening(
  world: World,
  speaker: PersonActor,
  days: readonly string[],
  more: {
    state?: 'PROPOSED' | 'ACCEPTED';
    relaisId?: string;
    published?: boolean;
    title?: string;
  } & Partial<NewSession> = {},
) {
  const { state = 'PROPOSED', relaisId = world.north, published = true, title = 'Le sommeil', ...date } = more;
  const actor = relaisId === world.north ? world.animator : SYSTEM;
  const { activityId } = done(await createActivity(actor, { relaisId, kind: 'REUNION', title, maxAdults: 20 }, NOW));
  const dates = days.map((day): NewSession => ({
    ...{ startsAt: paris(day, '19:30'), endsAt: paris(day, '21:30'), siteId: world.siteId },
    intervenants: [{ personId: speaker.personId, state }],
    ...date,
  }));
  const { sessionIds } = done(await addSessions(actor, { activityId, dates }, NOW));
  if (published) done(await publishSessions(actor, { sessionIds }, NOW));
  const rows = await db().assignment.findMany({
    where: { sessionId: { in: sessionIds }, role: 'INTERVENANT' },
    orderBy: { session: { startsAt: 'asc' } },
    select: { id: true },
  });
  return { activityId, sessionIds, assignmentIds: rows.map(({ id }) => id) };
}

type Told = { template: string; props: unknown; what: string[] };

/** The mails to a person, in the order of their causes, and what each says of each session. */
export async function mailsOf(personId: string): Promise<Told[]> {
  const rows = await db().outgoingMail.findMany({ where: { personId }, orderBy: { queuedAt: 'asc' } });
  return rows.map(({ template, props }) => {
    const what = [...JSON.stringify(props).matchAll(/"what": ?"(\w+)"/g)].map(([, word = '']) => word);
    return { template, props, what };
  });
}

export const at = (list: readonly string[], index: number): string => {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
};
