import { z } from 'zod';
import { isUuid } from '#app/db/uuid.ts';

const line = (most: number) => z.string().trim().max(most, `${most} signes au plus.`).default('');

/** The form that issues certificates: who signs them and where. */
export const issueForm = z.object({
  signataire: z
    .string({ error: 'Écrivez qui signe.' })
    .trim()
    .min(1, 'Écrivez qui signe.')
    .max(120, '120 signes au plus.'),
  fonction: line(120),
  lieu: line(120),
});

/** The form that issues someone's year. */
export const yearForm = issueForm.extend({
  annee: z.coerce
    .number('Choisissez une année.')
    .int()
    .min(2000, 'Choisissez une année.')
    .max(2200, 'Choisissez une année.'),
});

/** The people it names. */
export const peopleOf = (form: FormData): string[] =>
  form.getAll('personne').flatMap((value) => (typeof value === 'string' && isUuid(value) ? [value] : []));
