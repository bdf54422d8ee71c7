/** What a form was refused for: the field's id, or null for the whole form. */
export type Refusals = readonly { readonly field: string | null; readonly message: string }[] | undefined;

/** As the summary above a form wants them. */
export const summaryOf = (errors: Refusals): { id?: string; message: string }[] =>
  (errors ?? []).map(({ field, message }) => (field === null ? { message } : { id: field, message }));

/** The sentences about one field. */
export const errorsAbout = (errors: Refusals, field: string): string[] =>
  (errors ?? []).flatMap((error) => (error.field === field ? [error.message] : []));
