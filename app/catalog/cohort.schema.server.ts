import { z } from 'zod';
import { isDate } from '#app/time/iso-date.ts';
import { STANDING_RULES, type CohortRules } from './cohort-rules.ts';
import type { CohortInput } from './new-cohort.ts';

/** A number typed, or nothing. */
const optionalWhole = (least: number, most: number, unit: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context) => {
      if (typed === '') return null;
      const value = Number(typed);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      context.addIssue({ code: 'custom', message: `Écrivez un nombre entier de ${least} à ${most} ${unit}.` });
      return z.NEVER;
    });

const optionalDate = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '' || isDate(typed)) return typed || null;
    context.addIssue({ code: 'custom', message: 'Cette date n’existe pas.' });
    return z.NEVER;
  });

const optionalId = z
  .string()
  .default('')
  .transform((typed) => typed || null)
  .pipe(z.uuid('Choisissez dans la liste.').nullable());

const kind = z.enum(['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE']);

/** What is set of a group, when it is made and later. */
export const cohortSettings = z.object({
  nom: z.string().trim().min(1, 'Donnez un nom au groupe.').max(80, 'Au plus 80 signes.'),
  intervenant: optionalId,
  compose: optionalId,
  minimum: optionalWhole(1, 100, 'personnes'),
  maximum: optionalWhole(1, 100, 'personnes'),
  heures: optionalWhole(1, 400, 'heures'),
  presence: optionalWhole(1, 100, '%'),
  public: z.array(kind).min(1, 'Choisissez au moins un métier.'),
  origine: z.enum(['HOME', 'MEMBERS', 'ALL'], { error: 'Choisissez qui peut en être.' }),
  jusque: optionalDate,
  commune: optionalWhole(1, 100, 'personnes'),
});

/** A new group: whose, and of which activity (none: a standing group). */
export const cohortForm = cohortSettings.extend({
  relais: z.uuid('Choisissez un relais.'),
  activite: optionalId,
});

type CohortSettings = z.output<typeof cohortSettings>;

/** A form's fields as the schemas above read them: the kinds of professional are several. */
export const cohortFields = (form: FormData) => ({ ...Object.fromEntries(form), public: form.getAll('public') });

/** What was typed, to be shown again. */
export function typedCohort(form: FormData): Record<string, string | string[]> {
  const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return { ...Object.fromEntries(texts), public: form.getAll('public').filter((value) => typeof value === 'string') };
}

/** What the form says, as commands take it. */
export function cohortInput(typed: CohortSettings): CohortInput {
  const { nom, intervenant, compose, minimum, maximum, heures, presence, origine, jusque, commune } = typed;
  return {
    ...{ name: nom, facilitatorId: intervenant, composerId: compose, minMembers: minimum, maxMembers: maximum },
    rules: {
      ...{ hoursPerYear: heures, minPresence: presence, kinds: typed.public, from: origine },
      ...{ joinUntil: jusque, mostPerCommune: commune },
    },
  };
}

const stored = z
  .strictObject({
    hoursPerYear: z.number().nullable(),
    minPresence: z.number().nullable(),
    kinds: z.array(kind),
    from: z.enum(['HOME', 'MEMBERS', 'ALL']),
    joinUntil: z.string().nullable(),
    mostPerCommune: z.number().nullable(),
  })
  .partial();

/**
 * The rules a row holds (`Cohort.rules`), completed by what a standing group asks.
 *
 * @throws {z.ZodError} when they are no rules
 */
export function storedCohortRules(json: unknown): CohortRules {
  return { ...STANDING_RULES, ...stored.parse(json) };
}
