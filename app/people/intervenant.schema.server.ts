import { z } from 'zod';
import { emailField, telephoneField } from './contact.schema.server.ts';

export const INTERVENANT_FIELDS = [
  'prenom',
  'nom',
  'profession',
  'organisation',
  'email',
  'telephone',
  'relais',
] as const;

const said = (sentence: string) => z.string().trim().min(1, sentence).max(120, '120 signes au plus.');

/** An intervenant: who he is, what he does, how he is reached. */
export const intervenantForm = z.object({
  prenom: said('Écrivez le prénom.'),
  nom: said('Écrivez le nom.'),
  profession: said('Écrivez la profession, par exemple psychologue.'),
  organisation: z.string().trim().max(200, '200 signes au plus.'),
  email: emailField('marc'),
  telephone: telephoneField,
});

/** A new one: the relais that calls on him first. */
export const newIntervenantForm = intervenantForm.extend({ relais: z.uuid('Choisissez le relais.') });
