import { z } from 'zod';

import { readCode } from '#app/auth/code.ts';

/** The form that asks for a code. Gives the address in lower case, as it is kept. */
export const addressForm = z.object({
  email: z
    .string({ error: 'Saisissez votre adresse e-mail.' })
    .trim()
    .toLowerCase()
    .min(1, 'Saisissez votre adresse e-mail.')
    .max(254, 'Cette adresse est trop longue.')
    .pipe(z.email('Saisissez une adresse e-mail complète, par exemple nadia@exemple.fr.')),
});

/** The form that takes the code. Gives its eight digits, and the account chosen when there are several. */
export const codeForm = z.object({
  code: z.string({ error: 'Saisissez le code reçu par e-mail.' }).transform((typed, context) => {
    const code = readCode(typed);
    if (code !== null) return code;
    context.addIssue({ code: 'custom', message: 'Le code compte 8 chiffres, par exemple 1234 5678.' });
    return z.NEVER;
  }),
  personne: z.uuid().optional(),
});

/** The button of a link's page: the account chosen when there are several. */
export const linkForm = z.object({ personne: z.uuid().optional() });
