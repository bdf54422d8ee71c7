import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { attendeesOf } from './askFeedback.server.ts';
import { exchangeKey } from './exchange.ts';
import { feedbackResults, FEWEST_ANSWERS, type QuestionResult } from './feedback.ts';
import { storedMarks } from './feedback.schema.server.ts';

/** What those who followed a training thought of it, for the team that plans it. */
export type FeedbackResults = {
  activity: { id: string; title: string; relais: string };
  over: boolean;
  came: number;
  /** Came, and were not asked yet. */
  toAsk: number;
  asked: number;
  answered: number;
  /** null under five answers. */
  results: QuestionResult[] | null;
  /** Free words, shuffled; none under five answers. */
  words: string[];
  /** The exchange afterwards, once it was proposed. */
  exchange: { id: string; title: string; published: boolean } | null;
};

/** The results of a training's questionnaire; null: no training, or not one that she plans. Answers have no author here. */
export async function feedbackPage(
  actor: PersonActor,
  activityId: string,
  now: Date,
  tx: Tx = db(),
): Promise<FeedbackResults | null> {
  if (!isUuid(activityId)) return null;
  const row = await tx.activity.findFirst({
    where: { id: activityId, kind: 'FORMATION' },
    select: {
      ...({ id: true, title: true, relaisId: true, collectiviteId: true } as const),
      relais: { select: { name: true } },
      sessions: { where: { state: 'PUBLISHED' }, select: { endsAt: true } },
      feedbackAsks: { select: { answered: true } },
      feedbacks: { orderBy: { id: 'asc' }, select: { marks: true, words: true } },
    },
  });
  if (!row || !may(actor, 'session.plan', row)) return null;
  const { id, title, relais, sessions, feedbackAsks, feedbacks, collectiviteId } = row;
  const came = await attendeesOf(tx, id);
  const exchange = await tx.activity.findUnique({
    where: { collectiviteId_importKey: { collectiviteId, importKey: exchangeKey(id) } },
    select: { id: true, title: true, state: true },
  });
  return {
    activity: { id, title, relais: relais.name },
    over: sessions.length > 0 && sessions.every(({ endsAt }) => endsAt <= now),
    ...{ came: came.length, toAsk: came.filter(({ asked }) => !asked).length },
    ...{ asked: feedbackAsks.length, answered: feedbacks.length },
    results: feedbackResults(feedbacks.map(({ marks }) => storedMarks(marks))),
    words: feedbacks.length < FEWEST_ANSWERS ? [] : feedbacks.map(({ words }) => words).filter((words) => words !== ''),
    exchange: exchange && { id: exchange.id, title: exchange.title, published: exchange.state === 'PUBLISHED' },
  };
}
