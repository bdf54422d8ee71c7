/** Ties the exchange after a training to it: the same training has one. */
export const exchangeKey = (trainingId: string): string => `retour-de-formation:${trainingId}`;
