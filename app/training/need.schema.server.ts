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

/** The fields of the form, checkboxes gathered. */
export function needFields(form: FormData): Record<string, unknown> {
  return { ...Object.fromEntries(form), convient: form.getAll('convient') };
}
