import { z } from 'zod';
import { emailField, telephoneField } from './contact.schema.server.ts';
import { slugOf } from './relais-match.ts';

/** A relais to add; its place in public addresses comes from its name. */
export const newRelaisForm = z
  .object({
    nom: z.string().trim().min(1, 'Écrivez le nom du relais.').max(120, '120 signes au plus.'),
    adresse: z.string().trim().max(200, '200 signes au plus.'),
    telephone: telephoneField,
    email: emailField('relais'),
  })
  .transform(({ nom, adresse, telephone, email }) => ({
    ...{ name: nom, slug: slugOf(nom), address: adresse, communes: [] },
    ...(telephone !== '' && { phone: telephone }),
    ...(email !== '' && { email }),
  }));
