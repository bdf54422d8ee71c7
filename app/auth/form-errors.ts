/** The first sentence of each field, from a schema's issues. */
export function errorsByField(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0] ?? '')] ??= message;
  return errors;
}

/** The same as a summary above the form wants them; the field's name is its control's id. */
export const summaryOf = (errors: Readonly<Record<string, string>>): { id: string; message: string }[] =>
  Object.entries(errors).map(([id, message]) => ({ id, message }));
