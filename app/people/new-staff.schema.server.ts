import { z } from 'zod';
import type { StaffRoleName } from './actor.ts';
import { emailField, emailNeeded, telephoneField } from './contact.schema.server.ts';

/** Held over every relais of the manager, or in those named. */
const EVERYWHERE: readonly StaffRoleName[] = ['COORDINATOR', 'ADMIN'];

const said = (sentence: string) => z.string().trim().min(1, sentence).max(120, '120 signes au plus.');

/** Someone of the team to add, from a day on: she signs in with her address. */
export const newStaffForm = (from: string) =>
  z
    .object({
      prenom: said('Écrivez le prénom.'),
      nom: said('Écrivez le nom.'),
      email: emailField('lea').min(1, emailNeeded('lea')),
      telephone: telephoneField,
      role: z.enum(['ANIMATOR', 'SECRETARY', 'COORDINATOR', 'ADMIN'], 'Choisissez ce qu’elle fait.'),
      relais: z.array(z.uuid('Choisissez des relais de la liste.')),
    })
    .refine(({ role, relais }) => EVERYWHERE.includes(role) || relais.length > 0, {
      path: ['relais'],
      message: 'Cochez au moins un relais.',
    })
    .transform(({ prenom, nom, email, telephone, role, relais }) => ({
      ...{ firstName: prenom, lastName: nom, email },
      ...(telephone !== '' && { phone: telephone }),
      roles: (EVERYWHERE.includes(role) ? [null] : relais).map((relaisId) => ({ role, relaisId, from })),
    }));
