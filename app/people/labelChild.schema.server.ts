import { z } from 'zod';
import { MONTH_TYPED, typedMonth } from './typed-month.ts';

/** The form that gives a child a label; month of birth as `YYYY-MM`. What a label may be is the command's to say. */
export const childForm = z.object({
  prenom: z.string({ error: 'Écrivez un prénom ou un surnom.' }).trim().min(1, 'Écrivez un prénom ou un surnom.'),
  naissance: z.string({ error: MONTH_TYPED }).transform((typed, context) => {
    const month = typedMonth(typed);
    if (month !== null) return month;
    context.addIssue({ code: 'custom', message: MONTH_TYPED });
    return z.NEVER;
  }),
  lien: z.enum(['accueilli', 'mien'], { error: 'Dites si vous accueillez cet enfant ou s’il est le vôtre.' }),
});
