import { z } from 'zod';
import { SUITS } from './need-words.ts';
import { PAYERS } from './plan-words.ts';

const name = (empty: string) => z.string({ error: empty }).trim().min(1, empty).max(200, 'Écrivez 200 signes au plus.');
const ids = (message: string) => z.array(z.uuid(message)).default([]);
const day = z.union([z.literal('').transform(() => null), z.iso.date('Écrivez une date, par exemple 12/01/2027.')]);

/** A new plan: its year, its name, its relais. */
export const planForm = z.object({
  nom: name('Écrivez un nom.'),
  annee: z.coerce.number({ error: 'Choisissez une année.' }).int('Choisissez une année.'),
  relais: ids('Choisissez dans la liste.').pipe(z.array(z.string()).min(1, 'Choisissez au moins un relais.')),
});

/** The same, without its year: a plan keeps it. */
export const planChangeForm = planForm.omit({ annee: true });

export const planFields = (form: FormData): Record<string, unknown> => ({
  ...Object.fromEntries(form),
  relais: form.getAll('relais'),
});

/** Needs gathered into a line: a title, which relais looks after it, and whom. */
export const groupForm = z.object({
  titre: name('Écrivez le titre de la formation.'),
  relais: z.uuid('Choisissez le relais qui suit la formation.'),
  besoins: ids('Cochez dans la liste.').pipe(z.array(z.string()).min(1, 'Cochez au moins une personne.')),
});

/** People added to a line. */
export const peopleForm = groupForm.pick({ besoins: true });

/** Someone brought into a line by her name; `source`: where she said that she wishes it. */
export const joinForm = z.object({
  personne: z.uuid('Choisissez dans la liste.'),
  source: z
    .enum(['entretien', 'telephone'], { error: 'Dites où vous l’avez entendu.' })
    .transform((slug) => (slug === 'entretien' ? ('INTERVIEW' as const) : ('TELEPHONE' as const))),
});

export const needsFields = (form: FormData): Record<string, unknown> => ({
  ...Object.fromEntries(form),
  besoins: form.getAll('besoin'),
});

const slugs = <T extends string>(list: readonly { slug: T }[]) => list.map(({ slug }) => slug);
const whole = (least: number, most: number) =>
  z
    .string({ error: 'Écrivez un nombre.' })
    .trim()
    .regex(/^\d{1,4}$/, 'Écrivez un nombre entier.')
    .transform(Number)
    .pipe(z.number().min(least, `Au moins ${least}.`).max(most, `Au plus ${most}.`));
const orNothing = <T>(shape: z.ZodType<T, string>) =>
  z.union([z.literal('').transform(() => null), shape]).default(null);
const decimal = (message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}([.,]\d{1,2})?$/, message)
    .transform((typed) => Number(typed.replace(',', '.')));

/** The terms of a line: provider, places, hours, cost, deadline. */
export const lineForm = z.object({
  titre: name('Écrivez le titre de la formation.'),
  organisme: orNothing(z.uuid('Choisissez dans la liste.')),
  convient: z
    .array(z.enum(slugs(SUITS), { error: 'Choisissez dans la liste.' }))
    .default([])
    .transform((found) => SUITS.filter(({ slug }) => found.includes(slug)).map(({ code }) => code)),
  minimum: whole(1, 500),
  maximum: orNothing(whole(1, 500)),
  duree: orNothing(decimal('Écrivez une durée en heures, par exemple 14 ou 3,5.')),
  cout: orNothing(decimal('Écrivez un montant, par exemple 150 ou 150,50.')),
  paye: orNothing(
    z
      .enum(slugs(PAYERS), { error: 'Choisissez dans la liste.' })
      .transform((slug) => PAYERS.find((one) => one.slug === slug)?.code ?? 'OTHER'),
  ),
  remplacement: z.string().trim().max(500, 'Écrivez 500 signes au plus.').default(''),
  echeance: day.default(null),
});

export const lineFields = (form: FormData): Record<string, unknown> => ({
  ...Object.fromEntries(form),
  convient: form.getAll('convient'),
});

/** What the form says, as commands take it. */
export function lineTerms(typed: z.output<typeof lineForm>) {
  const { titre: title, organisme: organisationId, convient: suits, minimum: minPeople, maximum: maxPeople } = typed;
  const { duree, cout, paye: payer, remplacement: replacement, echeance: filesDueOn } = typed;
  return {
    ...{ title, organisationId, suits, minPeople, maxPeople, payer, replacement, filesDueOn },
    minutes: duree === null ? null : Math.round(duree * 60),
    costCents: cout === null ? null : Math.round(cout * 100),
  };
}

/** A deed with a word: postponing, sending back, freezing. */
export const wordForm = z.object({
  mot: z.string().trim().max(500, 'Écrivez 500 signes au plus.').default(''),
  employeur: z.string().trim().max(200, 'Écrivez 200 signes au plus.').default(''),
});

/** A provider of trainings. */
export const organisationForm = z.object({
  nom: name('Écrivez un nom.'),
  siret: z.string().trim().max(20, 'Un SIRET a 14 chiffres.').default(''),
  qualiopi: z.string().trim().max(100, 'Écrivez 100 signes au plus.').default(''),
  validite: day.default(null),
  contact: z.string().trim().max(200, 'Écrivez 200 signes au plus.').default(''),
  courriel: z.union([z.literal(''), z.email('Écrivez une adresse, par exemple contact@organisme.fr.')]).default(''),
  telephone: z.string().trim().max(40, 'Écrivez 40 signes au plus.').default(''),
  site: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'Écrivez une adresse, avec https://' })])
    .default(''),
});

/** What the form says, as commands take it. */
export function organisationInput(typed: z.output<typeof organisationForm>) {
  const { nom, siret, qualiopi, validite, contact, courriel, telephone, site } = typed;
  return {
    ...{ name: nom, siret, qualiopiNumber: qualiopi, qualiopiUntil: validite, contactName: contact },
    ...{ email: courriel, phone: telephone, website: site },
  };
}
