import type { Actor, PersonActor, StaffRoleName } from './actor.ts';

/** What may be done, and by which staff role within its relais. One table: read it, do not look for `if`s elsewhere. */
const STAFF_MAY = {
  'session.plan': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'session.cancel': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'closure.write': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'closure.read': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'cohort.write': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  /** ANALYSE: only the one designated, and as long as she is an animator there (rule 8). */
  'cohort.compose': ['ANIMATOR'],
  'enrollment.forOthers': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'enrollment.answer': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'enrollment.list': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'enrollment.message': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'attendance.mark': ['ANIMATOR'],
  'attendance.read': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'professional.read': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'professional.write': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'need.read': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'need.write': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'plan.write': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'plan.validate': ['COORDINATOR', 'ADMIN'],
  'certificate.issue': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'result.write': ['ANIMATOR'],
  /** What intervenants are paid, and the relais's budget. */
  'money.read': ['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'],
  'money.write': ['ANIMATOR', 'COORDINATOR', 'ADMIN'],
  'relais.settings': ['COORDINATOR', 'ADMIN'],
  'staff.manage': ['ADMIN'],
} as const satisfies Record<string, readonly StaffRoleName[]>;

export type Permission = keyof typeof STAFF_MAY;

/** What one who leads a session in another relais may do at that session, and nowhere else there. */
const COVERING_MAY: readonly Permission[] = [
  'enrollment.forOthers',
  'enrollment.answer',
  'enrollment.list',
  'enrollment.message',
  'attendance.mark',
  'attendance.read',
];

/** Where something stands: a role held everywhere stops at its collectivité. */
export type Place = { relaisId: string; collectiviteId: string };

/** May the actor do this in this relais? The application itself may everything; a visitor or a link's bearer nothing. */
export function may(actor: Actor, permission: Permission, { relaisId, collectiviteId }: Place): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person' || actor.collectiviteId !== collectiviteId) return false;
  const roles: readonly StaffRoleName[] = STAFF_MAY[permission];
  return actor.roles.some(
    (held) => roles.includes(held.role) && (held.relaisId === null || held.relaisId === relaisId),
  );
}

/** The same for a relais read through her own collectivité. */
export function mayWithin(actor: PersonActor, permission: Permission, relaisId: string): boolean {
  return may(actor, permission, { relaisId, collectiviteId: actor.collectiviteId });
}

/** May the actor do this at this session: by her role in its relais, or because she covers for a colleague there? */
export function mayAt(actor: Actor, permission: Permission, session: Place & { id: string }): boolean {
  if (may(actor, permission, session)) return true;
  return actor.kind === 'person' && COVERING_MAY.includes(permission) && (actor.covers ?? []).includes(session.id);
}

/** Does the actor work for a relais, in whatever role? */
export function isStaff(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.length > 0;
}

/** Has the actor this permission somewhere? */
export function maySomewhere(actor: Actor, permission: Permission): boolean {
  return relaisWhere(actor, permission).length > 0;
}

/** The relais where the actor may do this: a list of ids, or 'all' of her collectivité. */
export function relaisWhere(actor: Actor, permission: Permission): readonly string[] | 'all' {
  if (actor.kind === 'system') return 'all';
  if (actor.kind !== 'person') return [];
  const roles: readonly StaffRoleName[] = STAFF_MAY[permission];
  const held = actor.roles.filter((role) => roles.includes(role.role));
  if (held.some((role) => role.relaisId === null)) return 'all';
  return held.flatMap((role) => (role.relaisId === null ? [] : [role.relaisId]));
}

/** May the actor do this in the whole collectivité (a role over all its relais)? */
export function mayInCollectivite(actor: Actor, permission: Permission, collectiviteId: string): boolean {
  if (actor.kind === 'person' && actor.collectiviteId !== collectiviteId) return false;
  return relaisWhere(actor, permission) === 'all';
}
