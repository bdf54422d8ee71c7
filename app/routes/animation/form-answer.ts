import { saidAt } from '#app/auth/flash.server.ts';
import { textOf } from '#app/auth/readForm.server.ts';
import { peopleMessage, type PeopleRefusal } from '#app/people/messages.ts';
import { refusalField } from '#app/people/refusal-field.ts';

/** What was typed in these fields, to be shown again. */
export function typedIn<Name extends string>(form: FormData, names: readonly Name[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}

/**
 * A refusal of the people room beside its field.
 *
 * @throws 404 for what is not there, or not for her
 */
export function errorsOf(refusal: PeopleRefusal): Record<string, string> {
  if (refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return { [refusalField(refusal)]: peopleMessage(refusal) };
}

/** To the next page, with a sentence that says what was done. */
export function doneAt(to: string, text: string, context: { appUrl: string }): Response {
  return saidAt(to, { severity: 'success', text }, context);
}
