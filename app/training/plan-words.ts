import { number } from '#app/time/french.ts';

/** Who pays for a training, as the schema names it. */
export const PAYERS = [
  { code: 'PLAN', slug: 'iperia', label: 'Plan de développement des compétences (IPERIA)' },
  { code: 'RELAIS', slug: 'relais', label: 'Le relais' },
  { code: 'CAF', slug: 'caf', label: 'La Caf' },
  { code: 'OTHER', slug: 'autre', label: 'Un autre financeur' },
] as const;

export type Payer = (typeof PAYERS)[number]['code'];

/** "14 h", "3,5 h" */
export function hoursInWords(minutes: number): string {
  return `${number(minutes / 60)} h`;
}

/** Does the quality certification end before the training does? Days are ISO; null: unknown, which a fund refuses too. */
export function qualiopiWarning(name: string, until: string | null, last: string): string | null {
  if (until === null) return `La certification Qualiopi de ${name} n’est pas connue.`;
  return until < last ? `La certification Qualiopi de ${name} finit avant la formation.` : null;
}
