import { z } from 'zod';
import { DAY_PARTS } from '#app/time/closure-days.ts';
import { isDate } from '#app/time/iso-date.ts';
import { AWAY_REASONS, type ClosureDays } from './closure.ts';

const REASON = 120;

const day = (message: string) => z.string().refine(isDate, message);

const days = z
  .object({
    premier: day('Indiquez le premier jour.'),
    dernier: z.union([z.literal(''), day('Cette date n’existe pas.')]).default(''),
    partie: z.enum(DAY_PARTS).default('WHOLE'),
    annuelle: z.literal('oui').optional(),
    motif: z.string().trim().max(REASON, `Écrivez ${REASON} signes au plus.`).default(''),
  })
  .transform(({ premier, dernier, partie, annuelle, motif }): ClosureDays => ({
    ...{ first: premier, last: dernier || premier, part: partie, yearly: annuelle === 'oui', reason: motif },
  }));

/** The days of a closure, as typed. */
export function readClosureDays(data: FormData, isPerson: boolean) {
  const parsed = days.safeParse(Object.fromEntries(data));
  if (!parsed.success) return { ok: false as const, issues: parsed.error.issues };
  const { reason } = parsed.data;
  const known = AWAY_REASONS.find((one) => one === reason.toLowerCase()) ?? 'absence';
  return { ok: true as const, days: { ...parsed.data, reason: isPerson ? known : reason } };
}
