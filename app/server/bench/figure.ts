/** One line of `npm run bench`: two things measured side by side in the same run. */
export interface Figure {
  readonly name: string;
  /** what ours is divided by */
  readonly against: string;
  readonly unit: string;
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  readonly aim: { readonly least: number } | { readonly most: number };
  /** what the figure must also hold, as "0 overbooked" */
  readonly note?: string;
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** Is the aim reached? */
export function reached({ ratio, aim }: Pick<Figure, 'ratio' | 'aim'>): boolean {
  return 'least' in aim ? ratio >= aim.least : ratio <= aim.most;
}

/** "catalogue page   0.81 (312 ⁄ 385 req/s …)   ≥ 0.7   reached" */
export function lineOf(figure: Figure): string {
  const { name, against, unit, ours, theirs, ratio, aim, note } = figure;
  const wanted = 'least' in aim ? `≥ ${aim.least}` : `≤ ${aim.most}`;
  const verdict = reached(figure) ? 'atteint' : 'manqué';
  const told = note === undefined ? '' : ` · ${note}`;
  return `${name.padEnd(26)} ${ratio.toFixed(2).padStart(6)}  visé ${wanted.padEnd(7)} ${verdict}  (${round(ours)} contre ${round(theirs)} ${unit}, ${against})${told}`;
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
