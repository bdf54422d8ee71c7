import { z } from 'zod';
import type { NewMaterial } from './addMaterial.server.ts';
import { LARGEST_FILE, materialMessage } from './material.ts';

const form = z.object({
  titre: z.string().max(200, 'Écrivez 200 signes au plus.').default(''),
  quand: z
    .enum(['avant', 'apres'], { error: 'Dites si c’est pour avant ou pour après.' })
    .transform((slug) => (slug === 'avant' ? ('BEFORE' as const) : ('AFTER' as const))),
  seance: z.union([z.literal('').transform(() => null), z.uuid('Choisissez une date de la liste.')]).default(null),
  lien: z.string().max(2000, 'Cette adresse est trop longue.').default(''),
});

export type TypedMaterial = { titre: string; quand: string; seance: string; lien: string };

type Read =
  | { ok: true; input: Omit<NewMaterial, 'activityId'>; typed: TypedMaterial }
  | { ok: false; errors: Record<string, string>; typed: TypedMaterial };

/** The form that adds a document: what it gives, or what is wrong in it, and what was typed. */
export async function readMaterial(given: FormData): Promise<Read> {
  const text = (name: string) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : '';
  };
  const typed = { titre: text('titre'), quand: text('quand'), seance: text('seance'), lien: text('lien') };
  const parsed = form.safeParse(typed);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    return { ok: false, errors: Object.fromEntries(errors), typed };
  }
  const { titre: title, quand: when, seance: sessionId, lien: url } = parsed.data;
  const file = given.get('fichier');
  const input = { title, when, sessionId, url };
  if (!(file instanceof File) || file.size === 0) return { ok: true, input, typed };
  if (file.size > LARGEST_FILE) {
    const { field, message } = materialMessage({ code: 'FILE_TOO_LARGE' });
    return { ok: false, errors: { [field]: message }, typed };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { ok: true, input: { ...input, file: { bytes, name: file.name } }, typed };
}
