import { z } from 'zod';
import { isDate } from '#app/time/iso-date.ts';
import { emailField, telephoneField } from './contact.schema.server.ts';
import { PROFESSIONAL_KINDS, WORK_STATUSES } from './professional-words.ts';

const LONGEST = 80;
const said = (sentence: string) =>
  z.string({ error: sentence }).trim().min(1, sentence).max(LONGEST, `${LONGEST} signes au plus.`);
const day = (sentence: string) => z.string({ error: sentence }).refine(isDate, sentence);
const ended = z
  .string()
  .refine((text) => text === '' || isDate(text), 'Écrivez une date complète, ou laissez vide.')
  .transform((text) => (text === '' ? null : text));
const chosen = z
  .string()
  .transform((text) => (text === '' ? null : text))
  .pipe(z.uuid('Choisissez dans la liste.').nullable());
const email = emailField('nadia');

const identity = {
  prenom: said('Écrivez le prénom.'),
  nom: said('Écrivez le nom.'),
  email,
  telephone: telephoneField,
  commune: chosen,
  metier: z.enum(PROFESSIONAL_KINDS, 'Choisissez le métier.'),
};

const count = (least: number, sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^\d$/, sentence)
    .transform(Number)
    .refine((n) => n >= least, sentence);
const CHILDREN = 'Écrivez un nombre d’enfants, de 1 à 9.';
const UNDER_THREE = 'Écrivez un nombre d’enfants, ou laissez vide.';
const underThree = z.union([z.literal('').transform(() => null), count(0, UNDER_THREE)], UNDER_THREE);
const restrictions = z.string().trim().max(300, '300 signes au plus.');

/** Who she is and how she is reached. */
export const identityForm = z.object(identity);

/** A new file: who she is, her relais since when, and her agrément when it is known. */
export const newProfessionalForm = z.object({
  ...identity,
  relais: z.uuid('Choisissez le relais.'),
  depuis: day('Écrivez depuis quand le relais la suit.'),
  enfants: z.union([z.literal('').transform(() => null), count(1, CHILDREN)], CHILDREN),
  moins3: underThree,
  debut: ended,
  fin: ended,
});

export const statusForm = z.object({
  statut: z.enum(WORK_STATUSES, 'Choisissez la situation.'),
  depuis: day('Écrivez à partir de quand.'),
});

export const agrementForm = z.object({
  enfants: count(1, CHILDREN),
  moins3: underThree,
  restrictions,
  debut: day('Écrivez le premier jour de cet agrément.'),
  fin: ended,
});

export const membershipForm = z.object({
  relais: z.uuid('Choisissez le relais.'),
  rattachement: z.enum(['principal', 'aussi'], 'Dites si elle change de relais, ou en a un de plus.'),
  depuis: day('Écrivez à partir de quand.'),
});

export const leavingForm = z.object({ dernier: day('Écrivez son dernier jour.') });

/** The public form: whoever asks for an account. */
export const accessForm = z.object({ ...identity, relais: chosen });

/** `fiche`: the file that is hers already, or 'nouvelle'. */
export const acceptanceForm = z.object({
  fiche: z.union([z.literal('nouvelle').transform(() => null), z.uuid()], 'Choisissez une fiche.'),
});

export const refusalForm = z.object({ mot: z.string().trim().max(500, '500 signes au plus.') });
