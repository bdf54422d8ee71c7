import { db } from '#app/db/client.server.ts';
import { addSessions } from '#app/catalog/addSessions.server.ts';
import { createActivity, type NewActivity } from '#app/catalog/createActivity.server.ts';
import type { NewSession } from '#app/catalog/new-session.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { SYSTEM, type PersonActor, type StaffRole } from '#app/people/actor.ts';
import { addIntervenant } from '#app/people/addIntervenant.server.ts';
import { addProfessionals, type NewProfessional } from '#app/people/addProfessionals.server.ts';
import { addStaff } from '#app/people/addStaff.server.ts';
import { createCollectivite } from '#app/people/createCollectivite.server.ts';
import { createCommunes } from '#app/people/createCommunes.server.ts';
import { createRelais } from '#app/people/createRelais.server.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { fromLocal } from '#app/time/local.ts';

/** A Sunday of November: the demo's usual "now". */
export const NOW = new Date('2026-11-22T09:00:00Z');
export const PARIS = 'Europe/Paris';

/** An instant of Paris's wall clock. */
export const paris = (date: string, time: string) => fromLocal({ date, time }, PARIS);

/** The outcome of a command that must succeed here. */
export function done<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
  if (!isDone(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

function isDone<T extends { ok: boolean }>(outcome: T): outcome is Extract<T, { ok: true }> {
  return outcome.ok;
}

let worlds = 0;

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** A collectivité with two communes, two relais, an exclusive site, an animator of the first relais and a psychologist. */
export async function makeWorld() {
  const n = (worlds += 1);
  const { collectiviteId } = done(
    await createCollectivite(SYSTEM, { slug: `monde-${n}`, name: `Monde ${n}`, zone: 'B' }, NOW),
  );
  const communes = [{ name: 'Amiens' }, { name: 'Boves' }];
  const { communeIds } = done(await createCommunes(SYSTEM, { collectiviteId, communes }, NOW));
  const amiens = communeIds.get('Amiens') ?? '';
  const relaisIds: string[] = [];
  for (const name of ['nord', 'sud']) {
    const served = [{ communeId: amiens, reason: 'OWN' as const, from: '2020-01-01' }];
    const relais = { collectiviteId, slug: `${name}-${n}`, name: `Relais ${name}`, communes: served };
    relaisIds.push(done(await createRelais(SYSTEM, relais, NOW)).relaisId);
  }
  const [north = '', south = ''] = relaisIds;
  const uses = [{ relaisId: north }, { relaisId: south }];
  const { siteId } = done(await createSite(SYSTEM, { name: 'Salle des Nuages', exclusive: true, uses }, NOW));
  const roles = [{ role: 'ANIMATOR' as const, relaisId: north, from: '2020-01-01' }];
  const { personId: animatorId } = done(
    await addStaff(SYSTEM, { collectiviteId, firstName: 'Léa', lastName: 'Martin', roles }, NOW),
  );
  const { personId: speakerId } = done(
    await addIntervenant(
      SYSTEM,
      { relaisId: north, firstName: 'Marc', lastName: 'Petit', profession: 'psychologue' },
      NOW,
    ),
  );
  const animator = actorOf(collectiviteId, animatorId, [{ role: 'ANIMATOR', relaisId: north }]);
  return { n, collectiviteId, amiens, north, south, siteId, animatorId, speakerId, animator };
}

export function actorOf(collectiviteId: string, personId: string, roles: StaffRole[] = []): PersonActor {
  return { kind: 'person', personId, collectiviteId, name: '', professionalId: null, intervenantId: null, roles };
}

/** A professional of the first relais, and herself as an actor. */
export async function makeProfessional(world: World, more: Partial<NewProfessional> = {}) {
  const file: NewProfessional = {
    firstName: 'Nadia',
    lastName: 'Morel',
    kind: 'ASSISTANTE_MATERNELLE',
    memberships: [{ relaisId: world.north, home: true, from: '2020-01-01' }],
    statuses: [{ status: 'ACTIVE', from: '2020-01-01' }],
    agrement: { children: 4, validFrom: '2020-01-01' },
    ...more,
  };
  const { personIds } = done(await addProfessionals(SYSTEM, [file], NOW));
  const [personId = ''] = personIds;
  return { personId, actor: actorOf(world.collectiviteId, personId) };
}

export async function makeActivity(world: World, more: Partial<NewActivity> = {}): Promise<string> {
  const input: NewActivity = {
    relaisId: world.north,
    kind: 'ATELIER',
    title: 'Éveil musical',
    maxAdults: 6,
    maxChildren: 12,
    ...more,
  };
  return done(await createActivity(world.animator, input, NOW)).activityId;
}

export function dateOf(world: World, day: string, more: Partial<NewSession> = {}): NewSession {
  return {
    startsAt: paris(day, '09:30'),
    endsAt: paris(day, '11:00'),
    siteId: world.siteId,
    animatorIds: [world.animatorId],
    ...more,
  };
}

/** Published sessions of a new activity on these days; their ids. */
export async function makeSessions(
  world: World,
  days: readonly string[],
  activity: Partial<NewActivity> = {},
  date: Partial<NewSession> = {},
) {
  const activityId = await makeActivity(world, activity);
  const dates = days.map((day) => dateOf(world, day, date));
  const { sessionIds } = done(await addSessions(world.animator, { activityId, dates }, NOW));
  done(await publishSessions(world.animator, { sessionIds }, NOW));
  return { activityId, sessionIds };
}

/** How many statements a read sends to the database. */
export async function countStatements(read: () => Promise<unknown>): Promise<number> {
  const pool = globalThis.ribambelleDatabase?.pool;
  if (!pool) throw new Error('not connected');
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  pool.on('acquire', count);
  try {
    await read();
  } finally {
    pool.off('acquire', count);
  }
  return statements;
}

export const rowsOfHistory = (subjectId: string) =>
  db().history.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });
