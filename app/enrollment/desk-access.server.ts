import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayAt, relaisWhere, type Permission } from '#app/people/permissions.ts';
import { loadMeeting, type LoadedMeeting } from './meetings.server.ts';
import { maySeeNames } from './named.server.ts';
import { guestOpening } from './on-behalf.server.ts';

/** What the buttons of a session's desk need. */
export type DeskRights = {
  enroll: boolean;
  answer: boolean;
  message: boolean;
  plan: boolean;
  /** Give it to another relais where she plans too. */
  handOver: boolean;
  cancel: boolean;
};

/** Before whom a session's desk opens, and how far. */
export type DeskAccess = {
  meeting: LoadedMeeting;
  /** HOST: the team of the relais, or who covers there; GUEST: the team of an invited relais. */
  as: 'HOST' | 'GUEST';
  /** A guest's own relais: she sees the names of theirs only. */
  guestRelaisIds: readonly string[];
  /** ANALYSE: names are for two persons only (rule 8). */
  named: boolean;
  rights: DeskRights;
};

const NOTHING: DeskRights = {
  ...{ enroll: false, answer: false, message: false },
  ...{ plan: false, handOver: false, cancel: false },
};

/** The desk of a session for this actor; null: it does not exist for her. */
export async function deskAccess(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<DeskAccess | null> {
  if (actor.kind !== 'person' || !isUuid(sessionId)) return null;
  const meeting = await loadMeeting(tx, sessionId);
  if (!meeting || meeting.collectiviteId !== actor.collectiviteId) return null;
  const can = (permission: Permission) => mayAt(actor, permission, meeting);
  if (!can('enrollment.list')) return guestAccess(actor, meeting, now);
  const named = await maySeeNames(tx, actor, meeting);
  const open = named && meeting.state === 'PUBLISHED';
  const rights = {
    enroll: open && can('enrollment.forOthers'),
    answer: open && can('enrollment.answer'),
    message: open && can('enrollment.message'),
    plan: can('session.plan'),
    handOver: can('session.plan') && plansInSeveral(actor),
    cancel: can('session.cancel'),
  };
  return { meeting, as: 'HOST', guestRelaisIds: [], named, rights };
}

function plansInSeveral(actor: Actor): boolean {
  const where = relaisWhere(actor, 'session.plan');
  return where === 'all' || where.length > 1;
}

/** The same when she may do this there, else null. */
export async function deskFor(
  actor: Actor,
  sessionId: string,
  right: keyof DeskRights,
  now: Date,
  tx: Tx = db(),
): Promise<DeskAccess | null> {
  const access = await deskAccess(actor, sessionId, now, tx);
  return access?.rights[right] ? access : null;
}

/** The team of an invited relais, who may enrol its own once it may book. */
function guestAccess(actor: Actor, meeting: LoadedMeeting, now: Date): DeskAccess | null {
  const where = relaisWhere(actor, 'enrollment.list');
  if (where === 'all' || meeting.kind === 'ANALYSE' || meeting.state === 'DRAFT') return null;
  const invited = (meeting.guests ?? []).filter(({ relaisId }) => where.includes(relaisId));
  if (invited.length === 0) return null;
  const own = relaisWhere(actor, 'enrollment.forOthers');
  const enroll =
    meeting.state === 'PUBLISHED' &&
    invited.some((guest) => (own === 'all' || own.includes(guest.relaisId)) && now >= guestOpening(meeting, guest));
  const guestRelaisIds = invited.map(({ relaisId }) => relaisId);
  return { meeting, as: 'GUEST', guestRelaisIds, named: true, rights: { ...NOTHING, enroll } };
}
