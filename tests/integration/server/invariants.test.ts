import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { findings } from '#app/server/invariants.server.ts';
import { useDatabase } from '../database.ts';

useDatabase({ fresh: true });

const collectiviteId = randomUUID();
const relaisId = randomUUID();
const activityId = randomUUID();
const siteId = randomUUID();
const persons = Array.from({ length: 3 }, () => randomUUID());
const sessions = [randomUUID(), randomUUID()];
const at = new Date('2026-11-24T08:30:00Z');
const endsAt = new Date('2026-11-24T10:00:00Z');

/** One relais, a site, two sessions at the same time for two adults and one child each, three persons. */
beforeEach(async () => {
  await db().collectivite.create({ data: { id: collectiviteId, slug: 'a', name: 'A' } });
  await db().relais.create({ data: { id: relaisId, collectiviteId, slug: 'r', name: 'R' } });
  await db().site.create({ data: { id: siteId, collectiviteId, name: 'S', maxPersons: 5 } });
  await db().activity.create({ data: { id: activityId, collectiviteId, relaisId, kind: 'ATELIER', title: 'T' } });
  const common = { collectiviteId, relaisId, siteId, state: 'PUBLISHED', maxAdults: 2, maxChildren: 1 } as const;
  const second = await db().activity.create({ data: { collectiviteId, relaisId, kind: 'ATELIER', title: 'U' } });
  await db().session.createMany({
    data: [
      { ...common, id: sessions[0], activityId, startsAt: at, endsAt, nextArrival: 9 },
      { ...common, id: sessions[1], activityId: second.id, startsAt: at, endsAt, nextArrival: 9 },
    ],
  });
  const names = { collectiviteId, firstName: 'A', lastName: 'B' };
  await db().person.createMany({ data: persons.map((id) => ({ ...names, id })) });
});

interface Place {
  person: number;
  session?: number;
  children?: number;
  state?: 'CONFIRMED' | 'WAITING';
  arrival?: number;
  silent?: boolean;
}

/** Writes a place as the rules would not: neither triggers nor foreign keys look on. */
async function force(places: readonly Place[]): Promise<void> {
  for (const [index, place] of places.entries()) {
    const { person, session = 0, children = 0, state = 'CONFIRMED', arrival = index + 1, silent = false } = place;
    const id = randomUUID();
    await db().$transaction([
      db().$executeRaw`SET LOCAL session_replication_role = replica`,
      db().$executeRaw`INSERT INTO "Enrollment"
        (id, "collectiviteId", "sessionId", "personId", state, arrival, "createdById", "createdAt", "changedAt")
        VALUES (${id}::uuid, ${collectiviteId}::uuid, ${sessions[session]}::uuid, ${persons[person]}::uuid,
                ${state}::"EnrollmentState", ${arrival}, ${persons[person]}::uuid, ${at}, ${at})`,
      db().enrolledChild.createMany({
        data: Array.from({ length: children }, () => ({
          collectiviteId,
          enrollmentId: id,
          fromMonths: 18,
          untilMonths: 36,
        })),
      }),
    ]);
    if (silent) continue;
    const entry = { collectiviteId, at, subject: 'enrollment', subjectId: id, what: 'enrollment.made' };
    await db().history.create({ data: entry });
  }
}

async function broken(): Promise<string[]> {
  return (await findings()).found.map(({ check }) => check);
}

describe('doctor', () => {
  it('finds nothing where nothing is wrong', async () => {
    await force([{ person: 0, children: 1 }, { person: 1 }, { person: 2, state: 'WAITING', children: 3 }]);
    expect(await broken()).toEqual([]);
  });

  it.each<[string, Place[]]>([
    ['places adultes (1)', [{ person: 0 }, { person: 1 }, { person: 2 }]],
    [
      'places enfants (1)',
      [
        { person: 0, children: 1 },
        { person: 1, children: 1 },
      ],
    ],
    ['deux places en même temps (2)', [{ person: 0 }, { person: 0, session: 1 }]],
    [
      'ordre d’arrivée (4)',
      [
        { person: 0, arrival: 1 },
        { person: 1, arrival: 1 },
      ],
    ],
    ['ordre d’arrivée (4)', [{ person: 0, arrival: 9 }]],
    ['historique des inscriptions (5)', [{ person: 0, silent: true }]],
  ])('finds: %s', async (check, places) => {
    await force(places);
    expect(await broken()).toEqual([check]);
  });

  it('finds too many persons at one site', async () => {
    await db().site.update({ where: { id: siteId }, data: { maxPersons: 2 } });
    await force([{ person: 0 }, { person: 1 }, { person: 2, session: 1 }]);
    expect(await broken()).toEqual(['personnes dans un lieu (1)', 'personnes dans un lieu (1)']);
  });

  it('lets alone what a move flagged', async () => {
    await force([{ person: 0 }, { person: 0, session: 1 }]);
    await db().enrollment.updateMany({ where: { sessionId: sessions[1] }, data: { overlapFlagged: true } });
    expect(await broken()).toEqual([]);
  });

  it('finds who still holds a place in a cancelled session', async () => {
    await force([{ person: 0 }]);
    await db().session.update({ where: { id: sessions[0] }, data: { state: 'CANCELLED' } });
    expect(await broken()).toEqual(['demandes vivantes d’une séance annulée (4)']);
  });

  it('finds a mail that no job will send', async () => {
    const mail = { to: 'a@b.example', template: 't', props: {}, messageId: '<1@b.example>', queuedAt: at };
    await db().outgoingMail.create({ data: mail });
    expect(await broken()).toEqual(['courriels que personne n’enverra (5)']);
  });

  it('finds a stage of the plan that nobody dated', async () => {
    const { id: planId } = await db().trainingPlan.create({
      data: { collectiviteId, year: 2026, name: 'Plan', createdAt: at },
    });
    await db().trainingLine.create({
      data: { collectiviteId, planId, relaisId, title: 'Secours', stageAt: at, createdAt: at },
    });
    expect(await broken()).toEqual(['plan : chaque étape est datée (5)']);
  });

  it('finds ANALYSE in a public feed', async () => {
    await db().calendarEvent.create({
      data: {
        ...{ uid: 'u', collectiviteId, relaisId, sessionId: randomUUID(), siteId, kind: 'ANALYSE', public: true },
        ...{ startsAt: at, endsAt, hash: 'h', modifiedAt: at, text: '' },
      },
    });
    expect(await broken()).toEqual(['analyse de pratiques absente des agendas publics (8)']);
  });
});
