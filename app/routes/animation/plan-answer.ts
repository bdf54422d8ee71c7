import { planMessage, type PlanRefusal } from '#app/training/plan-messages.ts';

const WHOLE = 'formulaire';

/**
 * A refusal of the plan beside its field.
 *
 * @throws 404 for what is not there, or not for her
 */
export function planErrors(refusal: PlanRefusal): Record<string, string> {
  if (refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const { field, message } = planMessage(refusal);
  return { [field === '' ? WHOLE : field]: message };
}

/** As the summary above a form wants them. */
export const planSummary = (errors: Readonly<Record<string, string>>): { id?: string; message: string }[] =>
  Object.entries(errors).map(([id, message]) => (id === WHOLE ? { message } : { id, message }));

/** "2 personnes n’ont pas d’e-mail : appelez-les."; '' when all were written to. */
export function callThem(toCall: number): string {
  if (toCall === 0) return '';
  return toCall === 1
    ? ' Une personne n’a pas d’e-mail : appelez-la.'
    : ` ${toCall} personnes n’ont pas d’e-mail : appelez-les.`;
}
