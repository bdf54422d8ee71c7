/** Who asks: given to every command and read. Made by the auth room; no rule ever sees a Request. */
export type StaffRoleName = 'ANIMATOR' | 'SECRETARY' | 'COORDINATOR' | 'ADMIN';

export type StaffRole = {
  role: StaffRoleName;
  /** null: every relais of the collectivité. */
  relaisId: string | null;
};

export type PersonActor = {
  kind: 'person';
  personId: string;
  collectiviteId: string;
  name: string;
  /** null unless she has a professional's file. */
  professionalId: string | null;
  intervenantId: string | null;
  roles: readonly StaffRole[];
  /** Sessions she leads in relais where she has no role: she covers for a colleague. Absent: none. */
  covers?: readonly string[];
};

/** Whoever holds a link sent by mail: she may do what it is for, about that one enrolment, without signing in. */
export type BearerActor = {
  kind: 'bearer';
  purpose: 'offer' | 'withdraw' | 'read';
  enrollmentId: string;
  round: number;
};

/** An intervenant who holds the link of a mail that asked him to come: he may answer what it asked, nothing else. */
export type AskedActor = { kind: 'asked'; personId: string; round: number };

export type Actor = { kind: 'anonymous' } | { kind: 'system' } | BearerActor | PersonActor;

export const ANONYMOUS: Actor = { kind: 'anonymous' };
/** The application itself: allocation, expiry, the demo's filling, the command line. */
export const SYSTEM: Actor = { kind: 'system' };

/** The person's id for history rows; null for the application itself. */
export function actorId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}
