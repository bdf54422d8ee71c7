/** Rule 8: of a confidential group, others than those who read the names get totals of five or more. */
export const FEWEST_TOLD = 5;

/** The total others may read; null: too few to be told. */
export const discreetTotal = (total: number): number | null => (total >= FEWEST_TOLD ? total : null);

/** "8 personnes", "moins de 5 personnes" */
export function totalInWords(total: number | null): string {
  if (total === null) return `moins de ${FEWEST_TOLD} personnes`;
  return total < 2 ? `${total} personne` : `${total} personnes`;
}
