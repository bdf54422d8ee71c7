import { z } from 'zod';
import { SUITS, URGENCIES } from './need-words.ts';

const slugs = <T extends string>(list: readonly { slug: T }[]) => list.map(({ slug }) => slug);

/** The form that states a need; `theme`: an id, or '' for free words alone. */
export const needForm = z.object({
  theme: z.union([z.literal('').transform(() => null), z.uuid('Choisissez un thème de la liste.')]).default(null),
  mots: z.string().max(500, 'Écrivez 500 signes au plus.').default(''),
  pourquoi: z.string().max(500, 'Écrivez 500 signes au plus.').default(''),
  convient: z
    .array(z.enum(slugs(SUITS), { error: 'Choisissez dans la liste.' }))
    .default([])
    .transform((found) => SUITS.filter(({ slug }) => found.includes(slug)).map(({ code }) => code)),
  quand: z
    .enum(slugs(URGENCIES), { error: 'Dites pour quand.' })
    .default('un-jour')
    .transform((slug) => URGENCIES.find((one) => one.slug === slug)?.code ?? 'SOMEDAY'),
});

const NOTED = ['entretien', 'telephone'] as const;

/** The same, noted by staff: `source` tells where she said it. */
export const notedNeedForm = needForm.extend({
  source: z
    .enum(NOTED, { error: 'Dites où vous l’avez entendu.' })
    .transform((slug) => (slug === 'entretien' ? ('INTERVIEW' as const) : ('TELEPHONE' as const))),
});

/** The fields of the form, checkboxes gathered. */
export function needFields(form: FormData): Record<string, unknown> {
  return { ...Object.fromEntries(form), convient: form.getAll('convient') };
}

/** What was typed, to be shown again. */
export function typedNeed(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [theme, mots, pourquoi, quand, source] = ['theme', 'mots', 'pourquoi', 'quand', 'source'].map(text);
  return { theme, mots, pourquoi, quand, source, convient: form.getAll('convient').map(String) };
}
