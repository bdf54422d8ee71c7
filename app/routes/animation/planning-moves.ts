import type { PlannedSession } from '#app/catalog/planned-session.ts';

/** A slot of the calendar: a date and wall hours; without hours in a month's view. */
export type Slot = { date: string; from: string | null; until: string | null };

/** A session dragged, or pulled longer, and how to put it back. */
export type Move = { session: PlannedSession; date: string; from: string; until: string; revert: () => void };

/** The form of a new activity, on this slot. */
export function slotAddress({ date, from, until }: Slot, relais: string | undefined): string {
  const query = new URLSearchParams({ date });
  if (from !== null) query.set('de', from);
  if (until !== null) query.set('a', until);
  if (relais !== undefined) query.set('relais', relais);
  return `/animation/activites/nouvelle?${query.toString().replaceAll('%3A', ':')}`;
}

/** The form of a session's hours, with those wanted. */
export function scheduleAddress({ session, date, from, until }: Omit<Move, 'revert'>, back: string): string {
  const query = new URLSearchParams({ date, de: from, a: until, retour: back });
  return `/animation/seances/${session.id}/horaire?${query.toString()}`;
}
