import { z } from 'zod';

/** The form that starts a campaign. */
export const campaignForm = z.object({
  relais: z.uuid('Choisissez un relais.'),
  fin: z.iso.date('Choisissez le dernier jour pour répondre.'),
  mots: z.string().max(1000, 'Écrivez 1 000 signes au plus.').default(''),
});
