import { couldEverFit, fits, lackFor, seat, type Ceilings, type Lack, type Room } from './capacity.ts';
import type { Party } from './party.ts';

/** Why a waiting party is skipped without being passed over; she is told. */
export type SkipReason = 'OVERLAP' | 'QUOTA' | 'NOT_ELIGIBLE' | 'NEVER_FITS';

/** A waiting party, as allocation sees her. */
export type Waiting = {
  id: string;
  party: Party;
  /** Smaller comes first; equal: arrival decides. */
  priority: number;
  arrival: number;
  /** Allocations that placed someone behind her. */
  passedOver: number;
  /** Checked again when serving; null: she qualifies. */
  skip: SkipReason | null;
};

export type Allocation = {
  /** In order: who gets places now. */
  served: string[];
  /** Who saw someone behind her placed by this allocation. */
  passedOver: string[];
  skipped: { id: string; reason: SkipReason }[];
  /** Nobody behind her is placed until she is served. */
  heldFor: string | null;
  room: Room;
};

/** Twice passed over: then she is held for (rule 4). */
export const HELD_AFTER = 2;

/** Queue order: the priority rule, then arrival. */
export function inOrder<W extends Pick<Waiting, 'priority' | 'arrival'>>(queue: readonly W[]): W[] {
  return [...queue].sort((a, b) => a.priority - b.priority || a.arrival - b.arrival);
}

/**
 * Walks the queue once (rule 4): a party that fits every ceiling is served; one that does not is passed over if someone
 * behind her is; one already passed over twice stops the walk. Skips are not passing over.
 */
export function allocate(queue: readonly Waiting[], ceilings: Ceilings, room: Room): Allocation {
  const result: Allocation = { served: [], passedOver: [], skipped: [], heldFor: null, room };
  let unfit: string[] = [];
  for (const waiting of inOrder(queue)) {
    const skip = waiting.skip ?? (couldEverFit(ceilings, waiting.party) ? null : 'NEVER_FITS');
    if (skip !== null) {
      result.skipped.push({ id: waiting.id, reason: skip });
    } else if (fits(result.room, waiting.party)) {
      result.served.push(waiting.id);
      result.room = seat(result.room, waiting.party);
      result.passedOver.push(...unfit);
      unfit = [];
    } else if (waiting.passedOver >= HELD_AFTER) {
      result.heldFor = waiting.id;
      break;
    } else {
      unfit.push(waiting.id);
    }
  }
  return result;
}

export type Standing = { rank: number; lack: Lack; heldForAnother: boolean };

/** What someone waiting is shown: her rank (1 is next) and what is lacking for her party now. */
export function standing(queue: readonly Waiting[], room: Room, id: string): Standing | null {
  const order = inOrder(queue);
  const index = order.findIndex((waiting) => waiting.id === id);
  const own = order[index];
  if (!own) return null;
  const heldForAnother = order.slice(0, index).some((ahead) => ahead.skip === null && ahead.passedOver >= HELD_AFTER);
  return { rank: index + 1, lack: lackFor(room, own.party), heldForAnother };
}
