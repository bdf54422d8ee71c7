import { describe, expect, it } from 'vitest';
import { LONGEST_LABEL, shortLabel } from '#app/attendance/mark.ts';

describe('shortLabel', () => {
  it('keeps a name as it is, on one line', () => {
    expect(shortLabel('  Maëlys\tŒ \u0000')).toBe('Maëlys Œ');
  });

  it('cuts three hundred letters, and never within a letter or a picture', () => {
    expect(shortLabel('a'.repeat(300))).toHaveLength(LONGEST_LABEL);
    const family = '👩‍👧‍👦';
    const cut = shortLabel(family.repeat(20));
    expect(cut).toBe(family.repeat(Math.floor(LONGEST_LABEL / family.length)));
  });
});
