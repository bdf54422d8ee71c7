import { db, type Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { addDays, localDate } from '#app/time/local.ts';
import { isReadyFile } from './file-stage.ts';
import { deadlineNews } from './line-news.ts';
import { tellStaff } from './line-notices.server.ts';

/** How many days before the deadline who looks after a line hears of it. */
const REMINDED_BEFORE = [14, 3] as const;

/**
 * Tells who looks after each line what is missing, 14 and 3 days before its files are due, each once; nothing when all
 * files are complete. A day missed is made up for, the nearest reminder alone. Run each night; gives how many were told.
 */
export async function remindFiles(now: Date, tx?: Tx): Promise<number> {
  const farthest = new Date(now.getTime() + (REMINDED_BEFORE[0] + 1) * 86_400_000);
  const lines = await (tx ?? db()).trainingLine.findMany({
    where: {
      stage: { in: ['DRAFT', 'SUBMITTED', 'RETURNED', 'VALIDATED', 'SCHEDULED'] },
      filesDueOn: { gte: new Date(now.getTime() - 86_400_000), lte: farthest },
      createdById: { not: null },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  let told = 0;
  for (const { id } of lines) if (await inTransaction(tx, (tx) => remind(tx, id, now))) told += 1;
  return told;
}

async function remind(tx: Tx, id: string, now: Date): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM "TrainingLine" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const line = await tx.trainingLine.findUniqueOrThrow({ where: { id }, select: LINE });
  const { collectiviteId, relais, createdById, filesDueOn, files, minPeople } = line;
  const due = filesDueOn?.toISOString().slice(0, 10);
  if (due === undefined || createdById === null) return false;
  const today = localDate(now, relais.collectivite.timezone);
  const days = dueReminder(today, due);
  if (days === null || (await wasReminded(tx, id, days))) return false;
  const missing = files.filter(({ stage }) => stage === 'GROUPED' || stage === 'WISHED');
  if (missing.length === 0) return false;
  const ready = files.filter(({ stage }) => isReadyFile(stage)).length;
  const names = missing.map(({ person: { firstName, lastName } }) => `${firstName} ${lastName}`);
  const news = deadlineNews({ due, missing: Math.max(0, minPeople - ready), names });
  await tellStaff(tx, { ...line, relais }, [createdById], news, now);
  const what = `line.reminded:${days}`;
  await record(tx, now, { collectiviteId, actorId: null, subject: 'line', subjectId: id, what, detail: { due } });
  return true;
}

const LINE = {
  ...({ id: true, collectiviteId: true, title: true, createdById: true, filesDueOn: true, minPeople: true } as const),
  relais: { select: { name: true, phone: true, email: true, collectivite: { select: { timezone: true } } } },
  files: {
    orderBy: { person: { lastName: 'asc' } },
    select: { stage: true, person: { select: { firstName: true, lastName: true } } },
  },
} as const;

/** Which reminder has come: the nearest to the deadline; null: none yet, or too late. */
function dueReminder(today: string, due: string): number | null {
  if (today > due) return null;
  return REMINDED_BEFORE.toSorted((a, b) => a - b).find((days) => today >= addDays(due, -days)) ?? null;
}

/** For that deadline: another date is told anew. */
async function wasReminded(tx: Tx, subjectId: string, days: number): Promise<boolean> {
  return (await tx.history.count({ where: { subject: 'line', subjectId, what: `line.reminded:${days}` } })) > 0;
}
