import { z } from 'zod';

const MOTIF = 300;

const form = z.object({
  absente: z.union([z.literal(''), z.uuid()]).default(''),
  remplacante: z.uuid('Choisissez qui anime.'),
  motif: z.string().trim().max(MOTIF, `Écrivez ${MOTIF} signes au plus.`).default(''),
});

/** Who is replaced by whom; a reason overrides what holds her. */
export function readReplacement(data: FormData) {
  const parsed = form.safeParse(Object.fromEntries(data));
  if (!parsed.success) return { ok: false as const, issues: parsed.error.issues };
  const { absente, remplacante, motif } = parsed.data;
  const override = motif === '' ? {} : { override: { reason: motif } };
  return { ok: true as const, change: { absentId: absente || null, replacementId: remplacante, ...override } };
}
