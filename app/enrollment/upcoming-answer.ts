/** What becomes of someone's coming places when she stops, pauses or leaves. */
export type UpcomingAnswer = 'keep' | 'withdraw';

/** The value of a form's field, or null for any other text. */
export function readUpcoming(text: string): UpcomingAnswer | null {
  if (text === 'garder') return 'keep';
  return text === 'retirer' ? 'withdraw' : null;
}
