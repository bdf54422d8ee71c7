/** What the database says of the demo: null when it was never one. */
export type DemoMark = { readonly state: 'filling' | 'filled' } | null;

export type DemoDecision = 'fill' | 'refill' | 'go-on' | { readonly refusal: string };

/**
 * May the application serve this database with this `DEMO`? The demo is put in a database that holds nothing else,
 * and never shown as a real installation. A filling that was interrupted begins again.
 *
 * @param isEmpty does it hold no collectivité at all?
 */
export function decideDemo(demo: boolean, mark: DemoMark, isEmpty: boolean): DemoDecision {
  if (!demo && mark !== null) {
    return {
      refusal:
        'DEMO=0, mais cette base contient la démonstration : choisissez une autre base (DATA_DIR ou DATABASE_URL).',
    };
  }
  if (!demo) return 'go-on';
  if (mark?.state === 'filled') return 'go-on';
  if (mark !== null) return 'refill';
  if (isEmpty) return 'fill';
  return {
    refusal:
      'DEMO=1, mais cette base contient autre chose que la démonstration : mettez DEMO=0 ou choisissez une autre base.',
  };
}
