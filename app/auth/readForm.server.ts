import { isUuid } from '#app/db/uuid.ts';

const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** The form that a request carries; an empty one when it carries none: the sign-in forms then tell what is missing. */
export async function readForm(request: Request): Promise<FormData> {
  return FORM.test(request.headers.get('Content-Type') ?? '') ? request.formData() : new FormData();
}

/** A field's text as typed; '' when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The rows' ids that a repeated field holds; what is none is left out. */
export function idsOf(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === 'string' && isUuid(value) ? [value] : []));
}
