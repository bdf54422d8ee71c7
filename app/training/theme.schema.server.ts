import { z } from 'zod';

const number = (message: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.'))))
    .pipe(z.number({ error: message }).nullable());

/** The form of a theme; `relais`: '' for all of them. */
export const themeForm = z.object({
  titre: z.string().max(200, 'Écrivez 200 signes au plus.').default(''),
  heures: number('Écrivez un nombre d’heures.'),
  mois: number('Écrivez un nombre de mois.'),
  ordre: number('Écrivez un nombre entier.').transform((typed) => typed ?? 0),
});

/** The same, with where it is proposed. */
export const newThemeForm = themeForm.extend({
  relais: z.union([z.literal('').transform(() => null), z.uuid('Choisissez dans la liste.')]).default(null),
});
