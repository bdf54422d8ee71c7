import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits, roomLeft, type Ceilings } from '#app/enrollment/capacity.ts';
import { allocate, HELD_AFTER, inOrder, standing, type Waiting } from '#app/enrollment/queue.ts';

const waiting = (id: string, children: number, more: Partial<Waiting> = {}): Waiting => ({
  id,
  party: { adults: 1, children },
  priority: 0,
  arrival: Number(id.slice(1)),
  passedOver: 0,
  skip: null,
  ...more,
});
const ceilings: Ceilings = { adults: 3, children: 5, persons: null };
const room = (adults: number | null, children: number | null, persons: number | null = null) => ({
  adults,
  children,
  persons,
});

describe('rule 4: the waiting list is fair', () => {
  it('serves in arrival order whoever fits every ceiling', () => {
    const plan = allocate([waiting('a2', 2), waiting('a1', 2)], ceilings, room(3, 5));
    expect(plan.served).toEqual(['a1', 'a2']);
    expect(plan.room).toEqual(room(1, 1));
  });

  it('passes over a party that does not fit when someone behind her is placed', () => {
    const plan = allocate([waiting('a1', 4), waiting('a2', 1)], ceilings, room(1, 2));
    expect(plan).toMatchObject({ served: ['a2'], passedOver: ['a1'], heldFor: null });
  });

  it('does not count as passed over when nobody behind her is placed', () => {
    expect(allocate([waiting('a1', 4), waiting('a2', 3)], ceilings, room(1, 2)).passedOver).toEqual([]);
  });

  it('holds for whoever was passed over twice: nobody behind her is placed', () => {
    const held = waiting('a1', 4, { passedOver: HELD_AFTER });
    const plan = allocate([held, waiting('a2', 0)], ceilings, room(1, 2));
    expect(plan).toMatchObject({ served: [], heldFor: 'a1' });
    expect(allocate([held, waiting('a2', 0)], ceilings, room(2, 4)).served).toEqual(['a1', 'a2']);
  });

  it('skips without holding nor passing over', () => {
    const skipped = waiting('a1', 1, { skip: 'OVERLAP', passedOver: HELD_AFTER });
    const plan = allocate([skipped, waiting('a2', 1)], ceilings, room(1, 5));
    expect(plan).toMatchObject({ served: ['a2'], passedOver: [], skipped: [{ id: 'a1', reason: 'OVERLAP' }] });
  });

  it('never holds the room for a party that could never fit any more', () => {
    const giant = waiting('a1', 9, { passedOver: HELD_AFTER });
    const plan = allocate([giant, waiting('a2', 1)], ceilings, room(1, 5));
    expect(plan).toMatchObject({ served: ['a2'], skipped: [{ id: 'a1', reason: 'NEVER_FITS' }] });
  });

  it('orders by the priority rule, then arrival', () => {
    const order = inOrder([waiting('a1', 0, { priority: 2 }), waiting('a3', 0), waiting('a2', 0)]);
    expect(order.map((one) => one.id)).toEqual(['a2', 'a3', 'a1']);
  });

  it('tells her rank, what is lacking, and that places are kept for another', () => {
    const queue = [waiting('a1', 4, { passedOver: HELD_AFTER }), waiting('a2', 1)];
    expect(standing(queue, room(1, 2), 'a2')).toEqual({
      rank: 2,
      lack: { adults: 0, children: 0, persons: 0 },
      heldForAnother: true,
    });
    expect(standing(queue, room(0, 2), 'a1')).toMatchObject({ rank: 1, lack: { adults: 1, children: 2 } });
    expect(standing(queue, room(0, 2), 'a9')).toBeNull();
  });
});

const anyQueue = fc
  .array(
    fc.record({
      children: fc.nat(6),
      priority: fc.nat(2),
      passedOver: fc.nat(3),
      skip: fc.constantFrom(null, null, null, 'QUOTA' as const),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ children, ...more }, i) => waiting(`a${i + 1}`, children, more)));
const ceiling = fc.option(fc.nat(12), { nil: null });
const anyCeilings = fc.record({ adults: ceiling, children: ceiling, persons: ceiling });

describe('properties of an allocation', () => {
  it('never overflows, serves only those who fit, and leaves nobody servable ahead of a served one', () => {
    fc.assert(
      fc.property(anyQueue, anyCeilings, fc.nat(8), fc.nat(8), (queue, ceilings, adults, children) => {
        const free = roomLeft(ceilings, { adults, children, persons: adults + children });
        const plan = allocate(queue, ceilings, free);
        for (const left of Object.values(plan.room)) expect(left === null || left >= 0).toBe(true);
        const order = inOrder(queue);
        const last = order.findLastIndex((one) => plan.served.includes(one.id));
        for (const ahead of order.slice(0, Math.max(0, last))) {
          const treated = plan.served.includes(ahead.id) || plan.skipped.some((skip) => skip.id === ahead.id);
          expect(treated || plan.passedOver.includes(ahead.id)).toBe(true);
          if (!treated) expect(ahead.passedOver).toBeLessThan(HELD_AFTER);
        }
        if (plan.heldFor === null) {
          const left = order.filter(
            (one) => !plan.served.includes(one.id) && !plan.skipped.some((s) => s.id === one.id),
          );
          for (const one of left) expect(fits(plan.room, one.party)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('running it again at once serves nobody more', () => {
    fc.assert(
      fc.property(anyQueue, anyCeilings, (queue, ceilings) => {
        const first = allocate(queue, ceilings, roomLeft(ceilings, { adults: 0, children: 0, persons: 0 }));
        const rest = queue
          .filter((one) => !first.served.includes(one.id))
          .map((one) => ({ ...one, passedOver: one.passedOver + (first.passedOver.includes(one.id) ? 1 : 0) }));
        expect(allocate(rest, ceilings, first.room).served).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
