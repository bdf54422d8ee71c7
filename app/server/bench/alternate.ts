import { median } from './figure.ts';

export interface Measured {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/**
 * Measures two things in turn, several rounds after one that warms both up. The ratio is the median of the rounds'
 * ratios: what else the machine does weighs on both halves of a round.
 */
export async function alternate(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Measured> {
  await theirs();
  await ours();
  const pairs: { mine: number; floor: number }[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ floor: await theirs(), mine: await ours() });
  return {
    ours: median(pairs.map(({ mine }) => mine)),
    theirs: median(pairs.map(({ floor }) => floor)),
    ratio: median(pairs.map(({ mine, floor }) => mine / floor)),
  };
}
