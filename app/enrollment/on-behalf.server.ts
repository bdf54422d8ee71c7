import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayAt, relaisWhere, type Permission } from '#app/people/permissions.ts';
import { localDate } from '#app/time/local.ts';
import { maySeeNames } from './named.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';

/** What the team of an invited relais may do, for those of its own relais. */
const GUEST_MAY: readonly Permission[] = ['enrollment.forOthers', 'enrollment.list'];

/**
 * May the actor do this about this person's place? By her role in the host relais, because she covers there, or, for
 * those of her own relais, because it is invited. A group of analysis is only for who may know its names (rule 8).
 */
export async function mayOnBehalf(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  about: { meeting: LoadedMeeting; personId: string },
  now: Date,
): Promise<boolean> {
  const { meeting, personId } = about;
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person' || actor.collectiviteId !== meeting.collectiviteId) return false;
  if (!mayAt(actor, permission, meeting)) return isGuestsOwn(tx, actor, permission, { meeting, personId }, now);
  return meeting.kind !== 'ANALYSE' || maySeeNames(tx, actor, meeting);
}

async function isGuestsOwn(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  { meeting, personId }: { meeting: LoadedMeeting; personId: string },
  now: Date,
): Promise<boolean> {
  const where = relaisWhere(actor, permission);
  if (where === 'all' || where.length === 0 || !GUEST_MAY.includes(permission) || meeting.kind === 'ANALYSE')
    return false;
  const today = localDate(now, meeting.zone);
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM "ActivityGuest" g
      JOIN "RelaisMembership" m ON m."relaisId" = g."relaisId" AND m."from" <= ${today}::date
       AND (m.until IS NULL OR m.until >= ${today}::date)
      JOIN "Professional" pr ON pr.id = m."professionalId"
     WHERE g."activityId" = ${meeting.activityId}::uuid AND g."relaisId" = ANY(${[...where]}::uuid[])
       AND pr."personId" = ${personId}::uuid LIMIT 1`;
  return rows.length > 0;
}
