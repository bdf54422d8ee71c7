import type { Party } from './party.ts';

/** Ceilings of a session and of its site; null: none. */
export type Ceilings = { adults: number | null; children: number | null; persons: number | null };

/** Adults and children holding a place; persons: the peak at the site while the session lasts, this session included. */
export type Taken = { adults: number; children: number; persons: number };

/** What is left under each ceiling, never below zero; null: no ceiling. */
export type Room = { adults: number | null; children: number | null; persons: number | null };

const left = (ceiling: number | null, taken: number) => (ceiling === null ? null : Math.max(0, ceiling - taken));

/** What is left of three ceilings (rule 1). */
export function roomLeft(ceilings: Ceilings, taken: Taken): Room {
  return {
    adults: left(ceilings.adults, taken.adults),
    children: left(ceilings.children, taken.children),
    persons: left(ceilings.persons, taken.persons),
  };
}

/** What a party would still need under each ceiling; zero everywhere: it fits. */
export type Lack = { adults: number; children: number; persons: number };

const missing = (room: number | null, wanted: number) => (room === null ? 0 : Math.max(0, wanted - room));

/** The places that are lacking for a party, ceiling by ceiling. */
export function lackFor(room: Room, party: Pick<Party, 'children'> & { adults: number }): Lack {
  return {
    adults: missing(room.adults, party.adults),
    children: missing(room.children, party.children),
    persons: missing(room.persons, party.adults + party.children),
  };
}

/** Does the party fit under every ceiling? */
export function fits(room: Room, party: Pick<Party, 'children'> & { adults: number }): boolean {
  const lack = lackFor(room, party);
  return lack.adults === 0 && lack.children === 0 && lack.persons === 0;
}

/** Is there no room even for an adult alone? Then nobody at all can be served. */
export function isFull(room: Room): boolean {
  return !fits(room, { adults: 1, children: 0 });
}

/** The room once the party sits. */
export function seat(room: Room, party: Pick<Party, 'children'> & { adults: number }): Room {
  return {
    adults: room.adults === null ? null : room.adults - party.adults,
    children: room.children === null ? null : room.children - party.children,
    persons: room.persons === null ? null : room.persons - party.adults - party.children,
  };
}

/** Could the party fit if nobody else came? Others of the site (intervenants, staff) are not counted: they may change. */
export function couldEverFit(ceilings: Ceilings, party: Party): boolean {
  return fits(roomLeft(ceilings, { adults: 0, children: 0, persons: 0 }), party);
}
