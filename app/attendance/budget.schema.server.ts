import { z } from 'zod';
import { centsOf } from '#app/time/money.ts';

const line = {
  libelle: z.string().trim().min(1, 'Écrivez le nom de la ligne.').max(120, '120 signes au plus.'),
  montant: z
    .string()
    .refine((typed) => centsOf(typed) !== null, 'Écrivez un montant, par exemple 1 500.')
    .transform((typed) => centsOf(typed) ?? 0),
};

/** A line to change. */
export const budgetLineForm = z.object(line);

/** A new line. */
export const newBudgetLineForm = z.object({
  ...line,
  relais: z.uuid('Choisissez le relais.'),
  annee: z
    .string()
    .regex(/^20\d\d$/, 'Écrivez une année, par exemple 2026.')
    .transform(Number),
});
