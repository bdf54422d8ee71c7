import type { Figure } from './figure.ts';

/**
 * How the time of a figure grew with the data. Both were measured against the same floor, which holds no data: what the
 * machine did meanwhile does not weigh.
 */
export function growthOf(times: number, before: readonly Figure[], after: readonly Figure[]): Figure[] {
  return after.flatMap((large) => {
    const small = before.find(({ name }) => name === large.name);
    if (!small) return [];
    return [
      {
        name: `${large.name} × ${times}`,
        against: `soi-même à × 1`,
        unit: 'du plancher',
        ours: large.ratio,
        theirs: small.ratio,
        ratio: small.ratio / large.ratio,
        aim: { most: 1.5 },
      },
    ];
  });
}
