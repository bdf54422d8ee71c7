import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { addLine } from '#app/training/addLine.server.ts';
import { addOrganisation } from '#app/training/addOrganisation.server.ts';
import { changeLine } from '#app/training/changeLine.server.ts';
import { createPlan } from '#app/training/createPlan.server.ts';
import { NEW_LINE, type LineTerms } from '#app/training/line-terms.ts';
import { moveLine } from '#app/training/moveLine.server.ts';
import type { LineDates } from '#app/training/scheduleLine.server.ts';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { actorOf, done, makeProfessional, makeWorld, NOW, type World } from '../catalog/world.ts';

export type PlanWorld = World & {
  coordinator: PersonActor;
  /** Animator of the other relais alone. */
  southern: PersonActor;
  secretary: PersonActor;
  planId: string;
  organisationId: string;
};

export const NO_DETAIL = {
  ...{ siret: '', qualiopiNumber: '', qualiopiUntil: null, contactName: '', email: '', phone: '', website: '' },
};

/** A world with a coordinator, a secretary, an animator of the other relais, a plan of the first relais and a provider. */
export async function planWorld(): Promise<PlanWorld> {
  const world = await makeWorld();
  const { collectiviteId, north, south } = world;
  const coordinator = await staff(world, 'Sophie', 'COORDINATOR', null);
  const southern = await staff(world, 'Zoé', 'ANIMATOR', south);
  const secretary = await staff(world, 'Inès', 'SECRETARY', north);
  const plan = { name: 'Plan', year: 2026, relaisIds: [north] };
  const { planId } = done(await createPlan(world.animator, plan, NOW));
  const organisation = { ...NO_DETAIL, name: 'CEFAM', qualiopiUntil: '2026-12-31', collectiviteId };
  const { organisationId } = done(await addOrganisation(world.animator, organisation, NOW));
  return { ...world, coordinator, southern, secretary, planId, organisationId };
}

async function staff(
  { collectiviteId, n }: World,
  firstName: string,
  role: 'ANIMATOR' | 'SECRETARY' | 'COORDINATOR',
  relaisId: string | null,
) {
  const email = `${firstName.toLowerCase()}-${n}@equipe.example`;
  const person = { collectiviteId, firstName, lastName: 'Lefèvre', email };
  const { id } = await db().person.create({ data: person });
  const held = { collectiviteId, personId: id, role, relaisId, from: new Date('2020-01-01') };
  await db().staffRole.create({ data: held });
  return { ...actorOf(collectiviteId, id, [{ role, relaisId }]), name: `${firstName} Lefèvre` };
}

/** Persons of a relais with one need each, in free words; e-mails but for the last. */
export async function needsOf(
  world: World,
  count: number,
  { relaisId = world.north, words = 'Premiers secours' } = {},
): Promise<{ personId: string; needId: string; actor: PersonActor }[]> {
  const made = [];
  for (let i = 0; i < count; i += 1) {
    const memberships = [{ relaisId, home: true, from: '2020-01-01' }];
    const last = i === count - 1 && count > 1;
    const email = last ? {} : { email: `am-${crypto.randomUUID()}@test.example` };
    const { personId, actor } = await makeProfessional(world, { lastName: `Nom${i}`, memberships, ...email });
    const said = { themeId: null, words, why: '', suits: ['SATURDAY' as const], urgency: 'THIS_YEAR' as const };
    const { needId } = done(await stateNeed(actor, { ...said, source: 'SELF' }, NOW));
    made.push({ personId, needId, actor });
  }
  return made;
}

/** A line of so many people, its files and its terms. */
export async function makeLine(world: PlanWorld, count = 4, terms: Partial<LineTerms> = {}) {
  const people = await needsOf(world, count);
  const { planId, north: relaisId, animator, organisationId } = world;
  const needIds = people.map(({ needId }) => needId);
  const title = 'Gestes de premiers secours';
  const line = { ...NEW_LINE, title, planId, relaisId, needIds };
  const { lineId } = done(await addLine(animator, line, NOW));
  const known = { ...NEW_LINE, title, organisationId, minutes: 14 * 60, costCents: 15_000, ...terms };
  done(await changeLine(animator, { ...known, lineId }, NOW));
  const fileIds = [];
  for (const { personId } of people) {
    fileIds.push((await db().trainingFile.findFirstOrThrow({ where: { lineId, personId } })).id);
  }
  return { lineId, people, fileIds };
}

/** Validated by the coordinator. */
export async function validated(world: PlanWorld, count = 4, terms: Partial<LineTerms> = {}) {
  const line = await makeLine(world, count, terms);
  done(await moveLine(world.animator, { lineId: line.lineId, deed: 'soumission', word: '' }, NOW));
  done(await moveLine(world.coordinator, { lineId: line.lineId, deed: 'validation', word: '' }, NOW));
  return line;
}

/** A Saturday and two mornings. */
export function dates(world: World, lineId: string, more: Partial<LineDates> = {}): LineDates {
  return {
    lineId,
    halfDays: [
      { date: '2026-12-12', from: '09:00', to: '12:00' },
      { date: '2026-12-12', from: '13:30', to: '17:00' },
      { date: '2026-12-15', from: '09:00', to: '12:00' },
      { date: '2026-12-17', from: '09:00', to: '12:00' },
    ],
    siteId: world.siteId,
    ...{ trainerId: null, placesOpen: false, override: null },
    ...more,
  };
}

export const stageOf = async (id: string) => (await db().trainingFile.findUniqueOrThrow({ where: { id } })).stage;
export const lineStageOf = async (id: string) => (await db().trainingLine.findUniqueOrThrow({ where: { id } })).stage;

export const mailsOf = async (personId: string) =>
  (await db().outgoingMail.findMany({ where: { personId }, orderBy: { queuedAt: 'asc' } })).map(
    ({ template }) => template,
  );
