import { createActivity } from '#app/catalog/createActivity.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { exchangeKey } from './exchange.ts';

const LONGEST_TITLE = 200;

/**
 * Makes the draft of a meeting where those who followed a training talk about it, once a training. Refuses what is no
 * training, and a relais where the actor does not plan.
 */
export async function proposeExchange(
  actor: Actor,
  { activityId }: { activityId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ activityId: string; again: boolean }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const training = isUuid(activityId)
      ? await tx.activity.findFirst({
          where: { id: activityId, kind: 'FORMATION' },
          select: { title: true, relaisId: true },
        })
      : null;
    if (!training) return refuse({ code: 'NOT_FOUND' });
    const { title, relaisId } = training;
    const made = {
      ...{ relaisId, kind: 'REUNION' as const, importKey: exchangeKey(activityId) },
      title: `Retour de formation : ${title}`.slice(0, LONGEST_TITLE),
      description: `Un temps pour reparler ensemble de la formation « ${title} » : ce que l’on a essayé, ce qui a marché, ce qui reste à trouver.`,
      audience: 'Celles et ceux qui ont suivi la formation',
    };
    const outcome = await createActivity(actor, made, now, tx);
    return outcome.ok ? outcome : refuse({ code: 'NOT_FOUND' });
  });
}
