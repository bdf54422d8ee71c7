import { z } from 'zod';
import { isEmail } from './professional-cells.ts';

/** An e-mail address as typed, or nothing. @param who a first name for the example */
export const emailField = (who: string) =>
  z
    .string()
    .trim()
    .max(254, 'Cette adresse est trop longue.')
    .refine((text) => text === '' || isEmail(text), emailNeeded(who));

/** What is asked where there must be one. */
export const emailNeeded = (who: string) => `Écrivez une adresse complète, par exemple ${who}@exemple.fr.`;

export const telephoneField = z.string().trim().max(30, 'Ce numéro est trop long.');
