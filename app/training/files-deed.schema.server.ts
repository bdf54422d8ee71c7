import { z } from 'zod';
import { wordForm } from './plan.schema.server.ts';

const employerOf = (form: FormData, id: string): string => {
  const typed = form.get(`employeur-${id}`);
  return typeof typed === 'string' ? typed.trim() : '';
};

const shape = wordForm.pick({ mot: true }).extend({
  dossiers: z
    .array(z.uuid('Cochez dans la liste.'))
    .min(1, 'Cochez au moins un dossier.')
    .max(500, 'Cochez 500 dossiers au plus.'),
});

/** What was typed, to be shown again. */
export type TypedFilesDeed = { chosen: string[]; employers: Record<string, string>; word: string };

export type ReadFilesDeed =
  | { ok: true; files: { id: string; employer: string }[]; word: string; typed: TypedFilesDeed }
  | { ok: false; errors: Record<string, string>; typed: TypedFilesDeed };

/** One deed about the files ticked; `asksEmployer`: each of them must come with its employer's name. */
export function readFilesDeed(form: FormData, asksEmployer: boolean): ReadFilesDeed {
  const chosen = form.getAll('dossier').map(String);
  const names = [...form.keys()].filter((name) => name.startsWith('employeur-')).map((name) => name.slice(10));
  const employers = Object.fromEntries(names.map((id) => [id, employerOf(form, id)]));
  const word = form.get('mot');
  const typed = { chosen, employers, word: typeof word === 'string' ? word : '' };
  const parsed = shape.safeParse({ dossiers: chosen, mot: typed.word });
  const errors: Record<string, string> = {};
  if (!parsed.success) for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
  for (const id of asksEmployer ? chosen : []) {
    const employer = employers[id] ?? '';
    if (employer === '') errors[`employeur-${id}`] = 'Écrivez le nom de son employeur facilitateur, ou décochez-la.';
    else if (employer.length > 200) errors[`employeur-${id}`] = 'Écrivez 200 signes au plus.';
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors, typed };
  const files = parsed.data.dossiers.map((id) => ({ id, employer: employers[id] ?? '' }));
  return { ok: true, files, word: parsed.data.mot, typed };
}
