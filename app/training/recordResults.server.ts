import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { advanceFiles } from './advanceFiles.server.ts';
import { closeRenewals } from './closeRenewals.server.ts';
import type { TrainingRefusal } from './messages.ts';
import { tellResults } from './tellResults.server.ts';
import { themesOf } from './themes.server.ts';
import { trainingActivity, type HeldActivity } from './training-activity.server.ts';
import { whoAttended } from './who-attended.server.ts';

export type ResultGiven = { personId: string; obtained: boolean; expiresOn: string | null };

type Input = {
  activityId: string;
  /** What the training was about; null: no theme of the list. */
  themeId: string | null;
  results: readonly ResultGiven[];
};

/**
 * Records what a training gave those who attended: obtained or not, and until when it holds. It dates from the training's
 * last day. Renewals that it answers are closed, and each is told what changed for her. Refuses a training of another
 * relais, one that is not over, a theme not proposed, someone who was not there, a validity that ends before it.
 */
export async function recordResults(
  actor: Actor,
  { activityId, themeId, results }: Input,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: number }, TrainingRefusal>> {
  return inTransaction(tx, async (tx) => {
    const activity = await trainingActivity(tx, actor, 'result.write', activityId, now);
    if (!activity) return refuse({ code: 'NOT_FOUND' });
    const { lastDay, over } = activity;
    if (!over || lastDay === null) return refuse({ code: 'NOT_OVER' });
    if (results.length === 0) return refuse({ code: 'NOBODY' });
    if (themeId !== null && !(await themesOf(activity, tx)).some(({ id }) => id === themeId)) {
      return refuse({ code: 'THEME_UNKNOWN' });
    }
    const there = new Set((await whoAttended(tx, activity)).map(({ personId }) => personId));
    if (results.some(({ personId }) => !there.has(personId))) return refuse({ code: 'NOT_FOUND' });
    if (results.some(({ expiresOn }) => expiresOn !== null && expiresOn <= lastDay))
      return refuse({ code: 'DATES_WRONG' });
    const personIds = results.map(({ personId }) => personId);
    await advanceFiles(actor, { activityId, personIds, stage: 'ATTENDED' }, now, tx);
    await lockPersons(tx, personIds);
    const changed = await write(tx, actor, { ...activity, themeId, lastDay }, results, now);
    await closeRenewals(tx, personIds, now);
    return { ok: true, changed };
  });
}

type Held = HeldActivity & { lastDay: string };

/** Only what differs from what is there is written, kept in the history, and told. */
async function write(tx: Tx, actor: Actor, activity: Held, results: readonly ResultGiven[], now: Date) {
  const { id: activityId, collectiviteId, themeId } = activity;
  const rows = await tx.trainingResult.findMany({ where: { activityId } });
  const before = new Map(rows.map((row) => [row.personId, row]));
  const on = new Date(activity.lastDay);
  const told: ResultGiven[] = [];
  for (const result of results) {
    const { personId, obtained } = result;
    const expiresOn = obtained && result.expiresOn !== null ? new Date(result.expiresOn) : null;
    const said = { obtained, expiresOn, themeId, on };
    const former = before.get(personId);
    if (former && isSame(former, said)) continue;
    const written = { ...said, at: now, byId: actorId(actor) };
    await tx.trainingResult.upsert({
      where: { activityId_personId: { activityId, personId } },
      create: { collectiviteId, activityId, personId, ...written },
      update: written,
      select: { id: true },
    });
    if (former?.obtained !== obtained || former.expiresOn?.getTime() !== expiresOn?.getTime()) told.push(result);
    const detail = { activityId, obtained, expiresOn: obtained ? result.expiresOn : null };
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'result.recorded', detail });
  }
  await tellResults(tx, activity, told, now);
  return told.length;
}

type Said = { obtained: boolean; expiresOn: Date | null; themeId: string | null; on: Date };

const isSame = (one: Said, other: Said) =>
  one.obtained === other.obtained &&
  one.themeId === other.themeId &&
  one.expiresOn?.getTime() === other.expiresOn?.getTime() &&
  one.on.getTime() === other.on.getTime();
