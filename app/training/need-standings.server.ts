import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { learnerFor } from './learner.server.ts';
import { herNextStep, herStanding } from './standing-words.ts';

/** Where a need stands in the plan. */
export type NeedStanding = {
  needId: string;
  /** "Regroupée dans « Gestes de premiers secours », dossier complet" */
  words: string;
  next: string;
  activityId: string | null;
};

/** Where someone's needs stand, the latest file of each; none for who is not of the actor's relais. Three queries at most. */
export async function needStandings(
  actor: Actor,
  now: Date,
  personId?: string,
  tx: Tx = db(),
): Promise<NeedStanding[]> {
  const learner = await learnerFor(tx, actor, 'need.read', personId, now);
  if (!learner) return [];
  const { zone } = learner;
  const rows = await tx.trainingFile.findMany({
    where: { personId: learner.personId, needId: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      ...{ needId: true, stage: true },
      line: { select: { title: true, stage: true, filesDueOn: true, activityId: true } },
    },
  });
  const activityIds = rows.flatMap(({ line }) => (line.activityId === null ? [] : [line.activityId]));
  const dated = await tx.session.groupBy({
    by: ['activityId'],
    where: { activityId: { in: activityIds }, state: 'PUBLISHED' },
    _min: { startsAt: true },
    _max: { startsAt: true },
  });
  const today = localDate(now, zone);
  const latest = rows.filter((row, index) => rows.findIndex(({ needId }) => needId === row.needId) === index);
  return latest.flatMap(({ needId, stage, line }) => {
    if (needId === null) return [];
    const found = dated.find(({ activityId }) => activityId === line.activityId);
    const dates =
      found?._min.startsAt && found._max.startsAt
        ? { first: localDate(found._min.startsAt, zone), last: localDate(found._max.startsAt, zone) }
        : null;
    const filesDueOn = line.filesDueOn?.toISOString().slice(0, 10) ?? null;
    const facts = { stage, line: line.stage, filesDueOn, dates };
    return [
      {
        needId,
        words: herStanding(line.title, stage),
        next: herNextStep(facts, today),
        activityId: dates && line.activityId,
      },
    ];
  });
}
