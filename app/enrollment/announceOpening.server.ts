import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { announcedMeetings } from './announcement-people.server.ts';

type Input = {
  relaisId: string;
  activityIds: readonly string[];
  /** At once, or when booking opens (at once too when it is open). */
  at: 'NOW' | 'OPENING';
  /** Only those of the relais and of those it invites. */
  ownOnly: boolean;
};

/** Two announcements of the same activities within that time are one: the form was sent twice. */
const SAME_MS = 3_600_000;

/**
 * Announces the opening of booking: one mail to each professional who may book, once. Refuses activities that are not of
 * a relais where the actor plans, and those that have nothing to book.
 */
export async function announceOpening(
  actor: Actor,
  { relaisId, activityIds, at, ownOnly }: Input,
  now: Date,
  tx?: Tx,
): Promise<
  Outcome<{ announcementId: string; runAt: Date; again: boolean }, { code: 'NOT_FOUND' | 'NOTHING_TO_BOOK' }>
> {
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'session.plan', relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = relais;
    await tx.$executeRaw`SELECT 1 FROM "Relais" WHERE id = ${relaisId}::uuid FOR NO KEY UPDATE`;
    const ids = [...new Set(activityIds)].sort();
    if ((await tx.activity.count({ where: { id: { in: ids }, relaisId } })) < ids.length)
      return refuse({ code: 'NOT_FOUND' });
    const meetings = await announcedMeetings(tx, { collectiviteId, activityIds: ids, ownOnly }, now);
    const bookable = meetings.filter(({ rules: { mode } }) => mode === 'DIRECT' || mode === 'ON_REQUEST');
    if (bookable.length === 0) return refuse({ code: 'NOTHING_TO_BOOK' });
    const since = new Date(now.getTime() - SAME_MS);
    const there = await tx.announcement.findFirst({
      where: { relaisId, activityIds: { equals: ids }, OR: [{ sentAt: null }, { createdAt: { gt: since } }] },
    });
    if (there) return { ok: true, announcementId: there.id, runAt: there.runAt, again: true };
    const runAt = at === 'NOW' ? now : firstOpening(bookable, now);
    const who = { collectiviteId, createdById: actorId(actor) };
    const { id } = await tx.announcement.create({
      data: { ...who, relaisId, activityIds: ids, ownOnly, runAt, createdAt: now },
    });
    const due = runAt > now ? { runAt } : {};
    await enqueueJob(tx, { task: 'send-announcement', payload: { announcementId: id }, key: `announce:${id}`, ...due });
    await record(
      tx,
      now,
      ids.map((subjectId) => ({
        ...{ collectiviteId, actorId: actorId(actor), subject: 'activity' as const, subjectId },
        ...{ what: 'activity.announced', detail: { announcementId: id, at: runAt.toISOString() } },
      })),
    );
    return { ok: true, announcementId: id, runAt, again: false };
  });
}

/** The first to come of the openings; now when one is open already. */
function firstOpening(meetings: readonly { opensAt: Date | null }[], now: Date): Date {
  const openings = meetings.map(({ opensAt }) => (opensAt && opensAt > now ? opensAt : now));
  return openings.reduce((first, one) => (one < first ? one : first));
}
