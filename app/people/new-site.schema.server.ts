import { z } from 'zod';

/** A place to add: its name, how to find it, its ceiling, and the relais that meet there. */
export const newSiteForm = z
  .object({
    nom: z.string().trim().min(1, 'Écrivez le nom du lieu.').max(120, '120 signes au plus.'),
    adresse: z.string().trim().max(200, '200 signes au plus.'),
    acces: z.string().trim().max(500, '500 signes au plus.'),
    plafond: z.string().regex(/^(|[1-9]\d{0,3})$/, 'Écrivez un nombre de personnes, ou rien.'),
    exclusif: z.boolean(),
    relais: z.array(z.uuid('Choisissez des relais de la liste.')).min(1, 'Cochez au moins un relais.'),
  })
  .transform(({ nom, adresse, acces, plafond, exclusif, relais }) => ({
    ...{ name: nom, address: adresse, accessNotes: acces, exclusive: exclusif },
    maxPersons: plafond === '' ? null : Number(plafond),
    uses: relais.map((relaisId) => ({ relaisId })),
  }));
