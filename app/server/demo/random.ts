/** Chance that is the same at every filling. */
export type Random = {
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, or all of them in another order when there are fewer. */
  some<T>(items: readonly T[], count: number): T[];
};

/** Mulberry32, seeded. */
export function random(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    return Array.from({ length: Math.min(count, items.length) }, () => left.splice(int(0, left.length - 1), 1)).flat();
  };
  return { int, chance: (percent) => next() * 100 < percent, pick, some };
}
