import { cohortDefaults, type CohortLimits, type CohortRules } from '#app/catalog/cohort-rules.ts';
import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayWithin, relaisWhere } from '#app/people/permissions.ts';
import { cohortAccess } from './cohort-access.server.ts';

export type Choice = { id: string; name: string };

/** What the form of a group's settings shows. */
export type CohortSettingsPage = CohortRules &
  CohortLimits & {
    name: string;
    /** Of an ANALYSE: who leads it and who composes it. */
    analyse: boolean;
    facilitatorId: string | null;
    composerId: string | null;
    /** She may change them. */
    designates: boolean;
    facilitators: Choice[];
    composers: Choice[];
  };

/** The settings of a group; null: not hers to set. */
export async function cohortSettingsPage(
  actor: Actor,
  id: string,
  now: Date,
  tx: Tx = db(),
): Promise<(CohortSettingsPage & { id: string }) | null> {
  const access = await cohortAccess(tx, actor, id);
  if (!access?.plans) return null;
  const { analyse, name, rules, minMembers, maxMembers, facilitatorId, composerId, designates, relaisId } = access;
  const { collectiviteId } = access;
  const readers = analyse ? await readersOf(tx, collectiviteId, relaisId, now) : NO_READERS;
  return { ...rules, ...readers, id, name, analyse, minMembers, maxMembers, facilitatorId, composerId, designates };
}

/** What the form of a new group shows: a standing one, or that of the cycle asked for. */
export type NewCohortPage = CohortSettingsPage & {
  relais: Choice[];
  activity: { id: string; title: string; relaisId: string } | null;
  /** Cycles that have no group yet. */
  cycles: { id: string; title: string; relais: string }[];
};

/** The same for a group to be; null: she makes none, or not of that activity. */
export async function newCohortPage(
  actor: Actor,
  activityId: string | null,
  now: Date,
  tx: Tx = db(),
): Promise<NewCohortPage | null> {
  const where = relaisWhere(actor, 'cohort.write');
  if (actor.kind !== 'person' || where.length === 0) return null;
  const { collectiviteId, personId } = actor;
  const mine = where === 'all' ? { collectiviteId } : { collectiviteId, id: { in: [...where] } };
  const relais = await tx.relais.findMany({ where: mine, orderBy: { name: 'asc' }, select: { id: true, name: true } });
  const free = await tx.activity.findMany({
    where: {
      ...{
        relaisId: { in: relais.map(({ id }) => id) },
        state: { not: 'CANCELLED' },
        cohorts: { none: { endedAt: null } },
      },
      ...(activityId === null || !isUuid(activityId) ? CYCLES : { OR: [CYCLES, { ...REFLECTION, id: activityId }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, title: true, kind: true, relaisId: true, relais: { select: { name: true } } },
  });
  const activity = activityId === null ? null : (free.find(({ id }) => id === activityId) ?? null);
  if (activityId !== null && (activity === null || !isUuid(activityId))) return null;
  const analyse = activity?.kind === 'ANALYSE';
  const readers = activity && analyse ? await readersOf(tx, collectiviteId, activity.relaisId, now) : NO_READERS;
  const own = analyse ? await datedValues(collectiviteId, tx) : {};
  const defaults = cohortDefaults(activity?.kind ?? null, now.toISOString().slice(0, 10), own);
  const composes = activity !== null && mayWithin(actor, 'cohort.compose', activity.relaisId);
  return {
    ...{ ...defaults, ...readers, relais, activity, analyse, designates: true },
    name: activity ? activity.title : '',
    facilitatorId: activity && analyse ? await whoLeads(tx, activity.id) : null,
    composerId: composes ? personId : null,
    cycles: free
      .filter(({ kind }) => kind === 'ANALYSE' || kind === 'FORMATION')
      .map(({ id, title, relais }) => ({ id, title, relais: relais.name })),
  };
}

const CYCLES = { kind: { in: ['ANALYSE', 'FORMATION'] } } satisfies Prisma.ActivityWhereInput;
/** A group of reflection that the animator leads: any meeting or atelier, without the secrecy of an ANALYSE. */
const REFLECTION = { kind: { in: ['REUNION', 'ATELIER'] } } satisfies Prisma.ActivityWhereInput;
const NO_READERS = { facilitators: [], composers: [] };

/** Intervenants of the collectivité, and animators of the relais on that day. */
async function readersOf(db: DbOrTx, collectiviteId: string, relaisId: string, now: Date) {
  const name = Prisma.sql`p."firstName" || ' ' || p."lastName" AS name`;
  const [facilitators, composers] = await Promise.all([
    db.$queryRaw<Choice[]>`
      SELECT p.id, p."firstName" || ' ' || p."lastName" || ', ' || i.profession AS name
        FROM "Intervenant" i JOIN "Person" p ON p.id = i."personId" AND p."erasedAt" IS NULL
       WHERE i."collectiviteId" = ${collectiviteId}::uuid ORDER BY p."lastName", p.id`,
    db.$queryRaw<Choice[]>`
      SELECT DISTINCT p.id, ${name} FROM "StaffRole" r JOIN "Person" p ON p.id = r."personId" AND p."erasedAt" IS NULL
       WHERE r."collectiviteId" = ${collectiviteId}::uuid AND r.role = 'ANIMATOR'
         AND (r."relaisId" IS NULL OR r."relaisId" = ${relaisId}::uuid)
         AND r."from" <= ${now}::date AND (r.until IS NULL OR r.until >= ${now}::date) ORDER BY name`,
  ]);
  return { facilitators, composers };
}

/** Who is asked to lead most of its dates. */
async function whoLeads(db: DbOrTx, activityId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT l."personId" AS id FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId"
     WHERE s."activityId" = ${activityId}::uuid AND l.role = 'INTERVENANT' AND l.state <> 'DECLINED'
     GROUP BY l."personId" ORDER BY count(*) DESC, l."personId" LIMIT 1`;
  return row?.id ?? null;
}
