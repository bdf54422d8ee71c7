import { describe, expect, it } from 'vitest';
import { couldEverFit, fits, lackFor, roomLeft, seat } from '#app/enrollment/capacity.ts';

const none = { adults: null, children: null, persons: null };

describe('rule 1: three ceilings at once', () => {
  it('is without limit where there is no ceiling', () => {
    expect(fits(roomLeft(none, { adults: 900, children: 900, persons: 1800 }), { adults: 1, children: 30 })).toBe(true);
  });

  it.each([
    [
      'adults',
      { adults: 2, children: null, persons: null },
      { adults: 2, children: 0, persons: 2 },
      { adults: 1, children: 0, persons: 0 },
    ],
    [
      'children',
      { adults: 9, children: 4, persons: null },
      { adults: 2, children: 3, persons: 5 },
      { adults: 0, children: 1, persons: 0 },
    ],
    [
      'persons of the site',
      { adults: 9, children: 9, persons: 8 },
      { adults: 2, children: 2, persons: 6 },
      { adults: 0, children: 0, persons: 1 },
    ],
  ])('refuses for lack of %s and says how many', (_, ceilings, taken, lack) => {
    const room = roomLeft(ceilings, taken);
    expect(fits(room, { adults: 1, children: 2 })).toBe(false);
    expect(lackFor(room, { adults: 1, children: 2 })).toEqual(lack);
  });

  it('never leaves less than nothing, though a ceiling was lowered', () => {
    expect(roomLeft({ adults: 2, children: 2, persons: 3 }, { adults: 4, children: 5, persons: 9 })).toEqual({
      adults: 0,
      children: 0,
      persons: 0,
    });
  });

  it('seats a party under every ceiling', () => {
    expect(seat({ adults: 3, children: 5, persons: null }, { adults: 1, children: 2 })).toEqual({
      adults: 2,
      children: 3,
      persons: null,
    });
  });

  it('knows a party that could never fit', () => {
    expect(couldEverFit({ adults: 12, children: 3, persons: null }, { adults: 1, children: 4 })).toBe(false);
    expect(couldEverFit({ adults: 12, children: 20, persons: 4 }, { adults: 1, children: 4 })).toBe(false);
    expect(couldEverFit({ adults: 12, children: 20, persons: 5 }, { adults: 1, children: 4 })).toBe(true);
  });
});
