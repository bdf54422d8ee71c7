import { z } from 'zod';
import { QUESTIONS, type Marks } from './feedback.ts';

const mark = z.enum(['1', '2', '3', '4'], { error: 'Choisissez une réponse.' }).transform(Number);
const marks = z.object(Object.fromEntries(QUESTIONS.map(({ key }) => [key, mark])));
const words = z.string().trim().max(2000, 'Écrivez 2 000 signes au plus.').default('');

export type TypedFeedback = Record<string, string>;

type Read =
  { ok: true; marks: Marks; words: string } | { ok: false; errors: Record<string, string>; typed: TypedFeedback };

/** The questionnaire's form: its marks and words, or what lacks and what was typed. */
export function readFeedback(form: FormData): Read {
  const typed = Object.fromEntries(
    [...QUESTIONS.map(({ key }) => key), 'mots'].map((name) => {
      const value = form.get(name);
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
  const read = z.object({ marks, mots: words }).safeParse({ marks: typed, mots: typed.mots });
  if (read.success) return { ok: true, marks: read.data.marks, words: read.data.mots };
  const errors: Record<string, string> = {};
  for (const { path, message } of read.error.issues) errors[String(path.at(-1) ?? '')] ??= message;
  return { ok: false, errors, typed };
}

const stored = z.record(z.string(), z.number().int().min(1).max(4));

/** The marks of a stored answer; what is none of ours is left out. */
export function storedMarks(json: unknown): Marks {
  const read = stored.safeParse(json);
  return read.success ? read.data : {};
}
