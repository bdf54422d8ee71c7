import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { deskBooking, type DeskBooking } from './desk-booking.server.ts';
import { deskPage } from './desk-page.server.ts';
import type { DeskHead } from './desk-head.ts';
import { findPersons, type FoundPerson } from './person-search.server.ts';

export type DeskPicker = { head: DeskHead; typed: string; found: FoundPerson[]; chosen: DeskBooking | null };

/** The page that enrols someone: whom the words typed find, or the one chosen; null: not for this actor. */
export async function deskPicker(
  actor: Actor,
  sessionId: string,
  { typed, personId }: { typed: string; personId: string | null },
  now: Date,
  tx: Tx = db(),
): Promise<DeskPicker | null> {
  const head = await deskPage(actor, sessionId, 'enroll', now, tx);
  if (!head) return null;
  const chosen = personId === null ? null : await deskBooking(actor, { sessionId, personId }, now, tx);
  if (personId !== null && chosen === null) return null;
  const found = typed === '' ? [] : await findPersons(actor, { sessionId, typed }, now, tx);
  return { head, typed, found: found ?? [], chosen };
}
