import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { manyManagedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { enqueueCohorts } from './enqueueCohorts.server.ts';

type Refusal = { code: 'NOT_FOUND' | 'SITE_FULL' };

/**
 * Publishes drafts, all or none, and their activities with them; those published already stay as they are. Refuses
 * sessions of relais where the actor does not plan, cancelled ones, and what its site's ceiling cannot hold.
 */
export async function publishSessions(
  actor: Actor,
  { sessionIds }: { sessionIds: readonly string[] },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ published: number }, Refusal>> {
  try {
    return await inTransaction(tx, (tx) => publish(tx, actor, [...new Set(sessionIds)], now));
  } catch (error) {
    if (tx === undefined && databaseRefusal(error) === 'capacity') return refuse({ code: 'SITE_FULL' });
    throw error;
  }
}

async function publish(
  tx: Tx,
  actor: Actor,
  ids: string[],
  now: Date,
): Promise<Outcome<{ published: number }, Refusal>> {
  await lockInOrder(tx, ids);
  const sessions = await tx.session.findMany({
    where: { id: { in: ids }, state: { not: 'CANCELLED' } },
    select: { id: true, collectiviteId: true, relaisId: true, activityId: true, state: true },
  });
  const relaisIds = sessions.map(({ relaisId }) => relaisId);
  const isMissing = sessions.length < ids.length;
  if (isMissing || !(await manyManagedRelais(tx, actor, 'session.plan', relaisIds)))
    return refuse({ code: 'NOT_FOUND' });
  const drafts = sessions.filter(({ state }) => state === 'DRAFT');
  const data = { state: 'PUBLISHED' as const, publishedAt: now, version: { increment: 1 } };
  await tx.session.updateMany({ where: { id: { in: drafts.map(({ id }) => id) } }, data });
  const activityIds = [...new Set(drafts.map(({ activityId }) => activityId))];
  await tx.activity.updateMany({ where: { id: { in: activityIds }, state: 'DRAFT' }, data: { state: 'PUBLISHED' } });
  await record(
    tx,
    now,
    drafts.map(({ id, collectiviteId }) => ({
      collectiviteId,
      actorId: actorId(actor),
      subject: 'session' as const,
      subjectId: id,
      what: 'session.published',
    })),
  );
  await enqueueJob(
    tx,
    drafts.map(({ id }) => ({ task: 'render-session-events', payload: { sessionId: id }, key: `render-${id}` })),
  );
  await enqueueCohorts(
    tx,
    drafts.map(({ id }) => id),
  );
  return { ok: true, published: drafts.length };
}

/** Sites with a ceiling first, then the sessions, each by id: the order of the capacity trigger. */
async function lockInOrder(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Site" WHERE "maxPersons" IS NOT NULL
       AND id IN (SELECT "siteId" FROM "Session" WHERE id = ANY(${ids}::uuid[])) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM "Session" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}
