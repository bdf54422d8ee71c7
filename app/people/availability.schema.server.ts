import { z } from 'zod';
import { DAY_PARTS } from '#app/time/closure-days.ts';
import { isDate } from '#app/time/iso-date.ts';
import type { AvailabilityStated } from './stateAvailability.server.ts';

export const AVAILABILITY_FIELDS = ['quoi', 'jour', 'premier', 'dernier', 'moment', 'mot'] as const;

const day = z.string().refine((text) => text === '' || isDate(text), 'Écrivez une date complète.');

const shape = z
  .object({
    quoi: z.enum(['libre', 'pas-libre'], { error: 'Dites si vous êtes libre ou non.' }),
    jour: z.string().regex(/^[1-7]?$/, 'Choisissez un jour de la liste.'),
    ...{ premier: day, dernier: day },
    moment: z.enum(DAY_PARTS, { error: 'Choisissez le moment.' }),
    mot: z.string().trim().max(120, '120 signes au plus.'),
  })
  .refine(({ jour, premier }) => jour !== '' || premier !== '', {
    path: ['jour'],
    message: 'Choisissez un jour de la semaine, ou écrivez une date.',
  });

type Read =
  { ok: true; stated: AvailabilityStated } | { ok: false; issues: { path: PropertyKey[]; message: string }[] };

/** The form of an availability: a weekday, or days when a date is written. */
export function readAvailability(typed: Readonly<Record<string, string>>): Read {
  const parsed = shape.safeParse(typed);
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  const { quoi, jour, premier, dernier, moment: part, mot: note } = parsed.data;
  const on = premier === '' ? { weekday: Number(jour) } : { from: premier, until: dernier || premier };
  return { ok: true, stated: { free: quoi === 'libre', part, note, on } };
}
