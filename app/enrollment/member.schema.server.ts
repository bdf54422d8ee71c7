import { z } from 'zod';
import { isDate } from '#app/time/iso-date.ts';

const count = z.coerce.number().int('Écrivez un nombre entier.').min(0).max(12, 'Au plus 12 enfants.');

/** Who is added to a group, from which day, and who usually comes with her. */
export const memberForm = z
  .object({
    personne: z.uuid('Choisissez une personne de la liste.'),
    debut: z
      .string()
      .default('')
      .refine((typed) => typed === '' || isDate(typed), 'Cette date n’existe pas.'),
    enfants: z.array(z.uuid()).max(12),
    bandes: z.array(z.object({ fromMonths: z.coerce.number().int().min(0), count })),
  })
  .transform(({ personne, debut, enfants, bandes }) => ({
    personId: personne,
    from: debut || null,
    children: { childIds: enfants, others: bandes.filter(({ count }) => count > 0) },
  }));

/** The form's fields as the schema reads them. */
export const memberFields = (form: FormData) => ({
  ...{ personne: form.get('personne') ?? '', debut: form.get('debut') ?? '', enfants: form.getAll('enfant') },
  bandes: [...form].flatMap(([name, value]) => {
    const [, fromMonths] = /^bande-(\d+)$/.exec(name) ?? [];
    return fromMonths === undefined || value === '' ? [] : [{ fromMonths, count: value }];
  }),
});
