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

/** From when an invited relais books: its own opening, else the host's. */
export function guestOpening({ opensAt }: LoadedMeeting, guest: { opensAt: Date | null }): Date {
  return guest.opensAt ?? opensAt ?? new Date(0);
}

async function isGuestsOwn(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  { meeting, personId }: { meeting: LoadedMeeting; personId: string },
  now: Date,
): Promise<boolean> {
  const where = relaisWhere(actor, permission);
  if (where === 'all' || !GUEST_MAY.includes(permission) || meeting.kind === 'ANALYSE') return false;
  const invited = (meeting.guests ?? []).filter(
    (guest) => where.includes(guest.relaisId) && now >= guestOpening(meeting, guest),
  );
  if (invited.length === 0) return false;
  const today = localDate(now, meeting.zone);
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM "RelaisMembership" m JOIN "Professional" pr ON pr.id = m."professionalId"
     WHERE m."relaisId" = ANY(${invited.map(({ relaisId }) => relaisId)}::uuid[]) AND pr."personId" = ${personId}::uuid
       AND m."from" <= ${today}::date AND (m.until IS NULL OR m.until >= ${today}::date) LIMIT 1`;
  return rows.length > 0;
}
