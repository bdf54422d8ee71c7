import { z } from 'zod';
import { isDatedKey } from './dated-settings.ts';
import { typedAmount } from './setting-words.ts';

const key = z.string().refine(isDatedKey, 'Ce réglage n’existe pas.');
const day = z.iso.date('Choisissez un jour.');

/** The form that sets a value from a day on. */
export const settingForm = z.object({
  reglage: key,
  des: day,
  valeur: z
    .string()
    .transform(typedAmount)
    .pipe(z.number({ error: 'Écrivez un nombre, par exemple 58 ou 5,57.' })),
});

/** The one that takes a coming value back. */
export const settingRemoval = z.object({ reglage: key, des: day });
