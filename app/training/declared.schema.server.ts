import { z } from 'zod';

const day = z.iso.date('Écrivez une date, par exemple 14/03/2025.');

/** The form that declares a training followed elsewhere; `duree`: hours, "7" or "3,5". */
export const declaredForm = z
  .object({
    titre: z.string({ error: 'Écrivez le titre.' }).trim().min(1, 'Écrivez le titre.').max(200, '200 signes au plus.'),
    organisme: z.string().trim().max(200, '200 signes au plus.').default(''),
    theme: z.union([z.literal('').transform(() => null), z.uuid('Choisissez un thème de la liste.')]).default(null),
    fin: day,
    duree: z
      .string({ error: 'Écrivez une durée en heures.' })
      .trim()
      .regex(/^\d{1,3}([.,]\d)?$/, 'Écrivez une durée en heures, par exemple 7 ou 3,5.')
      .transform((typed) => Number(typed.replace(',', '.'))),
    initiale: z.string().optional().transform(Boolean),
    validite: z.union([z.literal('').transform(() => null), day]).default(null),
  })
  .transform(({ titre, organisme, fin, duree, initiale, theme, validite }) => ({
    ...{ title: titre, organisation: organisme, on: fin, hours: duree },
    ...{ initial: initiale, themeId: theme, expiresOn: validite },
  }));
