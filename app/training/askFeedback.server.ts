import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';

/**
 * Asks those who came to a training, once its last date is over, what they thought of it; each once, by mail when she
 * has an address, and from her own space. Run again it asks those marked present since. Refuses an activity where the
 * actor does not plan, one that is no training, one that is not over, one nobody came to.
 */
export async function askFeedback(
  actor: Actor,
  { activityId }: { activityId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ asked: number }, { code: 'NOT_FOUND' | 'NOT_OVER' | 'NOBODY' }>> {
  return inTransaction(tx, async (tx) => {
    const training = await trainingOf(tx, activityId);
    if (!training || !may(actor, 'session.plan', training)) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId, relais, title, sessions } = training;
    if (sessions.length === 0 || sessions.some(({ endsAt }) => endsAt > now)) return refuse({ code: 'NOT_OVER' });
    await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`;
    const came = await attendeesOf(tx, activityId);
    if (came.length === 0) return refuse({ code: 'NOBODY' });
    const asked = came.filter((one) => !one.asked).map((one) => ({ ...one, id: randomUUID() }));
    if (asked.length === 0) return { ok: true, asked: 0 };
    await tx.feedbackAsk.createMany({
      data: asked.map(({ id, personId }) => ({ id, personId, collectiviteId, activityId, askedAt: now })),
    });
    const mails = asked.flatMap(({ id, personId, email }): OutgoingMailInput[] =>
      email === null
        ? []
        : [
            {
              template: 'feedback-asked',
              props: { relais, askId: id, training: title },
              collectiviteId,
              personId,
              to: email,
              now,
            },
          ],
    );
    await enqueueMail(tx, mails);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'activity' as const, subjectId: activityId };
    await record(tx, now, { ...who, what: 'feedback.asked', detail: { count: asked.length } });
    return { ok: true, asked: asked.length };
  });
}

async function trainingOf(tx: Tx, id: string) {
  if (!isUuid(id)) return null;
  return tx.activity.findFirst({
    where: { id, kind: 'FORMATION' },
    select: {
      ...({ collectiviteId: true, relaisId: true, title: true } as const),
      relais: { select: { name: true, phone: true, email: true } },
      sessions: { where: { state: 'PUBLISHED' }, select: { endsAt: true } },
    },
  });
}

type Attendee = { personId: string; email: string | null; asked: boolean };

/** Who came to some date of it, and was asked or not. */
export async function attendeesOf(tx: Tx, activityId: string): Promise<Attendee[]> {
  return tx.$queryRaw<Attendee[]>`
    SELECT p.id AS "personId", p.email,
           EXISTS (SELECT 1 FROM "FeedbackAsk" a WHERE a."activityId" = ${activityId}::uuid AND a."personId" = p.id) AS asked
      FROM "Person" p
     WHERE p."erasedAt" IS NULL AND p.id IN (SELECT c."personId" FROM "Presence" c JOIN "Session" s ON s.id = c."sessionId"
                                              WHERE s."activityId" = ${activityId}::uuid AND s.state = 'PUBLISHED')
     ORDER BY p.id`;
}
