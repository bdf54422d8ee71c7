import { z } from 'zod';

const form = z.object({
  seance: z.array(z.uuid()).min(1, 'Cochez au moins une séance.').max(200),
  motif: z.string().trim().max(300, 'Écrivez 300 signes au plus.'),
});

/** The sessions ticked on a closure's page, and the reason typed. */
export function readChosen(data: FormData) {
  const motif = data.get('motif');
  const seances = data.getAll('seance').flatMap((value) => (typeof value === 'string' ? [value] : []));
  const typed = { seances, motif: typeof motif === 'string' ? motif : '' };
  const parsed = form.safeParse({ seance: typed.seances, motif: typed.motif });
  return parsed.success
    ? { ok: true as const, typed, sessionIds: parsed.data.seance, reason: parsed.data.motif }
    : { ok: false as const, typed, issues: parsed.error.issues };
}
