import { textOf } from '#app/auth/readForm.server.ts';
import type { TypedClosure } from './closure-fields.tsx';

/** What was typed in the form of a closure, to be shown again. */
export function typedClosure(form: FormData): TypedClosure {
  return {
    of: textOf(form, 'quoi'),
    first: textOf(form, 'premier'),
    last: textOf(form, 'dernier'),
    part: textOf(form, 'partie') || 'WHOLE',
    yearly: textOf(form, 'annuelle') === 'oui',
    reason: textOf(form, 'motif'),
  };
}
