import { z } from 'zod';
import { isEmail } from './professional-cells.ts';
import { slugOf } from './relais-match.ts';

/** A relais to add; its place in public addresses comes from its name. */
export const newRelaisForm = z
  .object({
    nom: z.string().trim().min(1, 'Écrivez le nom du relais.').max(120, '120 signes au plus.'),
    adresse: z.string().trim().max(200, '200 signes au plus.'),
    telephone: z.string().trim().max(30, 'Ce numéro est trop long.'),
    email: z
      .string()
      .trim()
      .max(254, 'Cette adresse est trop longue.')
      .refine((text) => text === '' || isEmail(text), 'Écrivez une adresse complète, par exemple relais@exemple.fr.'),
  })
  .transform(({ nom, adresse, telephone, email }) => ({
    ...{ name: nom, slug: slugOf(nom), address: adresse, communes: [] },
    ...(telephone !== '' && { phone: telephone }),
    ...(email !== '' && { email }),
  }));
