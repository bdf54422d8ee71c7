import { z } from 'zod';
import { REMINDER_CHOICES } from '#app/mail/reminder-moments.ts';

const hour = z.coerce
  .number('Choisissez une heure.')
  .int()
  .min(0, 'Choisissez une heure.')
  .max(23, 'Choisissez une heure.');

/** How she hears of things; `canaux`: "CHANGE.MAIL"; `rappels`: days before. */
export const messagesForm = z.object({
  canaux: z.array(z.string()).default([]),
  rappels: z
    .array(z.coerce.number().refine((days) => REMINDER_CHOICES.includes(days), 'Choisissez dans la liste.'))
    .default([]),
  'calme-de': hour,
  'calme-a': hour,
});

/** The fields of the form, checkboxes gathered. */
export function messagesFields(form: FormData): Record<string, unknown> {
  return { ...Object.fromEntries(form), canaux: form.getAll('canaux'), rappels: form.getAll('rappels') };
}

const choice = z.union([z.literal('').transform(() => null), z.uuid('Choisissez dans la liste.')]).default(null);

/** What she follows; '' : all of them. */
export const followForm = z.object({ type: z.string().default(''), relais: choice, lieu: choice });

const key = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+=*$/)
    .max(most);

/** A browser that accepts notices, as the Push API gives it. */
export const browserForm = z.object({ endpoint: z.url().max(1000), p256dh: key(120), auth: key(60) });
