import type { DbOrTx, Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { RelaisWords } from '#app/mail/templates.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import type { FileStage } from './file-stage.ts';
import type { LineStage } from './line-stage.ts';

/** A plan that the actor looks after: one of its relais is hers. */
export type PlanAccess = {
  id: string;
  collectiviteId: string;
  year: number;
  name: string;
  zone: string;
  relais: { id: string; slug: string; name: string }[];
};

/** Plans of which one relais is the actor's, as a `where`; null: she has none. */
function plansWhere(actor: Actor) {
  const where = relaisWhere(actor, 'plan.write');
  if (where.length === 0) return null;
  return {
    ...(actor.kind === 'person' ? { collectiviteId: actor.collectiviteId } : {}),
    ...(where === 'all' ? {} : { relais: { some: { relaisId: { in: [...where] } } } }),
  };
}

const PLAN = {
  ...({ id: true, collectiviteId: true, year: true, name: true } as const),
  relais: {
    orderBy: { relais: { name: 'asc' } },
    select: {
      relais: { select: { id: true, slug: true, name: true, collectivite: { select: { timezone: true } } } },
    },
  },
} as const;

type PlanRow = Omit<PlanAccess, 'zone' | 'relais'> & {
  relais: { relais: { id: string; slug: string; name: string; collectivite: { timezone: string } } }[];
};

function accessOf({ relais, ...plan }: PlanRow): PlanAccess {
  const zone = relais[0]?.relais.collectivite.timezone ?? 'Europe/Paris';
  return { ...plan, zone, relais: relais.map(({ relais: { id, slug, name } }) => ({ id, slug, name })) };
}

/** Null: not there, or not this actor's. */
export async function planFor(db: DbOrTx, actor: Actor, planId: string): Promise<PlanAccess | null> {
  const mine = plansWhere(actor);
  if (!mine || !isUuid(planId)) return null;
  const row = await db.trainingPlan.findFirst({ where: { AND: [mine, { id: planId }] }, select: PLAN });
  return row && accessOf(row);
}

/** A line that the actor looks after. */
export type LineAccess = {
  id: string;
  collectiviteId: string;
  relaisId: string;
  title: string;
  stage: LineStage;
  themeId: string | null;
  organisationId: string | null;
  activityId: string | null;
  createdById: string | null;
  minutes: number | null;
  minPeople: number;
  maxPeople: number | null;
  relais: RelaisWords;
  plan: PlanAccess;
};

/** Null: not there, or not this actor's. */
export async function lineFor(db: DbOrTx, actor: Actor, lineId: string): Promise<LineAccess | null> {
  const mine = plansWhere(actor);
  if (!mine || !isUuid(lineId)) return null;
  const row = await db.trainingLine.findFirst({
    where: { id: lineId, plan: mine },
    select: {
      ...{ id: true, collectiviteId: true, relaisId: true, title: true, stage: true, themeId: true },
      ...{ organisationId: true, activityId: true, createdById: true, minutes: true, minPeople: true, maxPeople: true },
      relais: { select: { name: true, phone: true, email: true } },
      plan: { select: PLAN },
    },
  });
  return row && { ...row, plan: accessOf(row.plan) };
}

/** The same under the line's lock, which comes before any session's. */
export async function lockLine(tx: Tx, actor: Actor, lineId: string): Promise<LineAccess | null> {
  if (!isUuid(lineId)) return null;
  await tx.$executeRaw`SELECT 1 FROM "TrainingLine" WHERE id = ${lineId}::uuid FOR NO KEY UPDATE`;
  return lineFor(tx, actor, lineId);
}

export type FileAccess = {
  id: string;
  personId: string;
  needId: string | null;
  stage: FileStage;
  employer: string;
  line: LineAccess;
};

/** A file and its line, under the line's lock; null: not there, or not this actor's. */
export async function lockFile(tx: Tx, actor: Actor, fileId: string): Promise<FileAccess | null> {
  if (!isUuid(fileId)) return null;
  const found = await tx.trainingFile.findUnique({ where: { id: fileId }, select: { lineId: true } });
  const line = found && (await lockLine(tx, actor, found.lineId));
  if (!line) return null;
  const file = await tx.trainingFile.findUnique({
    where: { id: fileId },
    select: { id: true, personId: true, needId: true, stage: true, employer: true },
  });
  return file && { ...file, line };
}
