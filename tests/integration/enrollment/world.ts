import { randomUUID } from 'node:crypto';
import type { BookingRulesPatch } from '#app/catalog/booking-rules.ts';
import { db } from '#app/db/client.server.ts';
import type { PersonActor, StaffRole } from '#app/people/actor.ts';

export const now = new Date('2026-11-20T10:00:00Z');

export type World = {
  collectiviteId: string;
  relaisId: string;
  siteId: string;
  activityId: string;
  sessionId: string;
  /** AMs of the relais, in order of creation. */
  ams: PersonActor[];
  animator: PersonActor;
};

export type WorldOptions = {
  ams?: number;
  maxAdults?: number | null;
  maxChildren?: number | null;
  maxPersons?: number | null;
  rules?: BookingRulesPatch;
  kind?: 'ATELIER' | 'REUNION';
  startsAt?: Date;
  agrement?: { children: number; underThree: number | null };
};

const day = (date: string) => new Date(`${date}T00:00:00Z`);

/** One relais, one site, one published session, its AMs and animator, straight into the tables. */
export async function world(options: WorldOptions = {}): Promise<World> {
  const collectiviteId = randomUUID();
  const [relaisId, siteId, activityId, sessionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const slug = collectiviteId.slice(0, 8);
  await db().collectivite.create({ data: { id: collectiviteId, slug, name: 'Val de test' } });
  await db().relais.create({
    data: {
      id: relaisId,
      collectiviteId,
      slug: `relais-${slug}`,
      name: 'Relais du Chemin vert',
      phone: '03 53 01 00 00',
    },
  });
  await db().site.create({
    data: { id: siteId, collectiviteId, name: 'Salle des Lutins', maxPersons: options.maxPersons ?? null },
  });
  await db().activity.create({
    data: {
      id: activityId,
      collectiviteId,
      relaisId,
      kind: options.kind ?? 'ATELIER',
      state: 'PUBLISHED',
      title: 'Musique et comptines',
      bookingRules: options.rules ?? {},
    },
  });
  const made = { collectiviteId, relaisId, siteId, activityId };
  await addSession(made, { ...options, id: sessionId });
  const ams = await addAms(made, options.ams ?? 3, options.agrement ?? { children: 4, underThree: 4 });
  const animator = await addStaff(made, { role: 'ANIMATOR', relaisId });
  return { ...made, sessionId, ams, animator };
}

type Made = Pick<World, 'collectiviteId' | 'relaisId' | 'siteId' | 'activityId'>;

export async function addSession(
  made: Made,
  options: WorldOptions & { id?: string; endsAt?: Date; siteId?: string },
): Promise<string> {
  const startsAt = options.startsAt ?? new Date('2026-11-24T08:30:00Z');
  const { id } = await db().session.create({
    data: {
      id: options.id ?? randomUUID(),
      collectiviteId: made.collectiviteId,
      relaisId: made.relaisId,
      activityId: made.activityId,
      siteId: options.siteId ?? made.siteId,
      state: 'PUBLISHED',
      startsAt,
      endsAt: options.endsAt ?? new Date(startsAt.getTime() + 90 * 60_000),
      maxAdults: options.maxAdults === undefined ? 12 : options.maxAdults,
      maxChildren: options.maxChildren === undefined ? 20 : options.maxChildren,
    },
    select: { id: true },
  });
  return id;
}

export async function addAms(
  made: Made,
  count: number,
  agrement: { children: number; underThree: number | null },
): Promise<PersonActor[]> {
  const { collectiviteId, relaisId } = made;
  const rows = Array.from({ length: count }, () => ({ personId: randomUUID(), professionalId: randomUUID() }));
  await db().person.createMany({
    data: rows.map(({ personId }, i) => ({
      id: personId,
      collectiviteId,
      firstName: `Prénom${i}`,
      lastName: `Nom${i}`,
      email: `${personId}@test.example`,
    })),
  });
  await db().professional.createMany({
    data: rows.map(({ personId, professionalId }) => ({ id: professionalId, collectiviteId, personId })),
  });
  await db().relaisMembership.createMany({
    data: rows.map(({ professionalId }) => ({
      collectiviteId,
      professionalId,
      relaisId,
      home: true,
      from: day('2020-01-01'),
    })),
  });
  await db().agrement.createMany({
    data: rows.map(({ professionalId }) => ({
      collectiviteId,
      professionalId,
      ...agrement,
      validFrom: day('2024-01-01'),
    })),
  });
  return rows.map((row, i) => actor(made, row.personId, `Prénom${i}`, row.professionalId, []));
}

export async function addStaff(made: Made, role: StaffRole): Promise<PersonActor> {
  const id = randomUUID();
  const { collectiviteId } = made;
  await db().person.create({
    data: { id, collectiviteId, firstName: 'Léa', lastName: 'Martin', email: `${id}@test.example` },
  });
  await db().staffRole.create({ data: { collectiviteId, personId: id, from: day('2020-01-01'), ...role } });
  return actor(made, id, 'Léa', null, [role]);
}

function actor(
  made: Made,
  personId: string,
  name: string,
  professionalId: string | null,
  roles: StaffRole[],
): PersonActor {
  return {
    kind: 'person',
    personId,
    collectiviteId: made.collectiviteId,
    name,
    professionalId,
    intervenantId: null,
    roles,
  };
}

/** A booking with `count` children between 18 months and 3 years. */
export const withChildren = (count: number) => ({
  childIds: [],
  others: [{ fromMonths: 18, count }],
  wish: 'ASK' as const,
  declared: [],
});

export const at = (index: number, list: readonly PersonActor[]): PersonActor => {
  const found = list[index];
  if (!found) throw new Error(`no AM ${index}`);
  return found;
};

export async function statesOf(sessionId: string): Promise<Record<string, string>> {
  const rows = await db().enrollment.findMany({
    where: { sessionId },
    orderBy: { arrival: 'asc' },
    select: { personId: true, state: true },
  });
  return Object.fromEntries(rows.map((row) => [row.personId, row.state]));
}

/** Templates in the order they were queued: many share one instant, so transactions tell. */
export async function mailsTo(personId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ template: string }[]>`
    SELECT template FROM "OutgoingMail" WHERE "personId" = ${personId}::uuid
     ORDER BY "queuedAt", xmin::text::bigint, template`;
  return rows.map((row) => row.template);
}
