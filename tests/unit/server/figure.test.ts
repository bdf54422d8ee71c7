import { describe, expect, it } from 'vitest';
import { type Figure, lineOf, median, reached } from '#app/server/bench/figure.ts';
import { growthOf } from '#app/server/bench/growth.ts';

const figure: Figure = {
  name: 'catalogue',
  against: 'le plancher',
  unit: 'pages/s',
  ours: 150,
  theirs: 200,
  ratio: 0.75,
  aim: { least: 0.7 },
};

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('a figure', () => {
  it.each([
    [{ least: 0.7 }, 0.7, true],
    [{ least: 0.7 }, 0.69, false],
    [{ most: 1.5 }, 1.5, true],
    [{ most: 1.5 }, 1.6, false],
  ])('aiming at %j with %d: %s', (aim, ratio, verdict) => {
    expect(reached({ aim, ratio })).toBe(verdict);
  });

  it('is one line with ratio, aim and verdict', () => {
    expect(lineOf(figure)).toMatch(
      /^catalogue +0\.75 +visé ≥ 0\.7 +atteint +\(150 contre 200 pages\/s, le plancher\)$/,
    );
  });

  it('grows by how much further from the floor it is', () => {
    const [grown] = growthOf(10, [figure], [{ ...figure, ratio: 0.5 }]);
    expect(grown).toMatchObject({ name: 'catalogue × 10', ratio: 1.5, aim: { most: 1.5 } });
  });
});
