import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import type { OpeningRule } from '#app/time/booking-deadline.ts';
import { guestsOf } from './guests.server.ts';
import { refreshActivity } from './refreshActivity.server.ts';

/** A relais invited; `opening` null: its members may book when the host's may. */
export type Invited = { relaisId: string; opening: OpeningRule | null };

/**
 * Says which relais an activity invites, and from when the members of each may book; those left out are invited no more.
 * Refuses an activity where the actor does not plan, the host itself, a relais of another collectivité.
 */
export async function inviteRelais(
  actor: Actor,
  { activityId, guests }: { activityId: string; guests: readonly Invited[] },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: boolean }, { code: 'NOT_FOUND' | 'RELAIS_UNKNOWN' }>> {
  return inTransaction(tx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`;
    const activity = await tx.activity.findUnique({
      where: { id: activityId, state: { not: 'CANCELLED' } },
      select: { relaisId: true },
    });
    const host = activity && (await managedRelais(tx, actor, 'session.plan', activity.relaisId));
    if (!host) return refuse({ code: 'NOT_FOUND' });
    const wanted = new Map(guests.map((guest) => [guest.relaisId, guest.opening]));
    const ids = [...wanted.keys()];
    const known = await tx.relais.count({ where: { id: { in: ids }, collectiviteId: host.collectiviteId } });
    if (known < ids.length || wanted.has(host.id)) return refuse({ code: 'RELAIS_UNKNOWN' });
    if (isSame(await guestsOf(activityId, tx), wanted)) return { ok: true, changed: false };
    const { collectiviteId } = host;
    await tx.activityGuest.deleteMany({ where: { activityId } });
    await tx.activityGuest.createMany({
      data: [...wanted].map(([relaisId, opening]) => {
        return { activityId, relaisId, collectiviteId, opening: opening ?? Prisma.DbNull };
      }),
    });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'activity' as const, subjectId: activityId };
    await record(tx, now, { ...who, what: 'activity.guests', detail: { relaisIds: ids } });
    await refreshActivity(tx, [activityId], now, { rules: true });
    return { ok: true, changed: true };
  });
}

function isSame(
  there: readonly { relaisId: string; opening: OpeningRule | null }[],
  wanted: ReadonlyMap<string, OpeningRule | null>,
): boolean {
  const text = (opening: OpeningRule | null | undefined) => JSON.stringify(Object.entries(opening ?? {}).sort());
  return (
    there.length === wanted.size &&
    there.every(({ relaisId, opening }) => wanted.has(relaisId) && text(opening) === text(wanted.get(relaisId)))
  );
}
