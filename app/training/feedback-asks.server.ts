import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import type { AskedBearer } from './linked-invite.server.ts';

/** The questionnaire before who may answer it. */
export type FeedbackPage = {
  askId: string;
  training: string;
  relais: { name: string; phone: string | null; email: string | null };
  answered: boolean;
};

/** Who answers: the bearer of the mail's link, or herself signed in, about one asking. */
export type Answering = AskedBearer | { self: PersonActor; askId: string };

/** The asking that is hers to answer, by its link or by herself; null: it is not there. */
export async function feedbackAsk(answering: Answering, tx: DbOrTx = db()): Promise<FeedbackPage | null> {
  const byLink = 'kind' in answering;
  const id = byLink ? answering.id : answering.askId;
  if (!isUuid(id) || (byLink && answering.purpose !== 'feedback')) return null;
  const row = await tx.feedbackAsk.findUnique({
    where: { id, ...(byLink ? {} : { personId: answering.self.personId }) },
    select: {
      ...({ id: true, answered: true } as const),
      activity: { select: { title: true, relais: { select: { name: true, phone: true, email: true } } } },
    },
  });
  if (!row) return null;
  return { askId: row.id, training: row.activity.title, relais: row.activity.relais, answered: row.answered };
}

const MOST = 10;

/** The questionnaires that wait for her. One query. */
export async function myFeedbacks(
  { personId }: PersonActor,
  tx: Tx = db(),
): Promise<{ id: string; training: string }[]> {
  const rows = await tx.feedbackAsk.findMany({
    where: { personId, answered: false },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, activity: { select: { title: true } } },
  });
  return rows.map(({ id, activity }) => ({ id, training: activity.title }));
}
