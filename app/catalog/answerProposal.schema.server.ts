import { z } from 'zod';

/** The answer to dates asked of an intervenant: those ticked, and his word. */
export const answerForm = z.object({
  dates: z.array(z.uuid()).max(250),
  mot: z.string().trim().max(500, 'Écrivez 500 signes au plus.').default(''),
});

/** The fields of the form, checkboxes gathered. */
export function answerFields(form: FormData): Record<string, unknown> {
  return { ...Object.fromEntries(form), dates: form.getAll('dates') };
}
