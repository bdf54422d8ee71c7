import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addBudgetLine } from '#app/attendance/addBudgetLine.server.ts';
import { budgetOf } from '#app/attendance/budget.server.ts';
import { newBudgetLineForm } from '#app/attendance/budget.schema.server.ts';
import { budgetMessage } from '#app/attendance/budget.ts';
import { readYear } from '#app/attendance/budget-year.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { relaisChoices } from '#app/people/directory-choices.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AddLine } from './budget-add.tsx';
import { BudgetTable, BudgetYears } from './budget-table.tsx';
import { doneAt, typedIn } from './form-answer.ts';

export const meta: MetaFunction = () => [{ title: 'Budget des intervenants · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const year = readYear(new URL(request.url).searchParams, await todayFor(actor, context.now()));
  const lines = await budgetOf(actor, year, context.now());
  if (!lines) throw new Response(null, { status: 404 });
  return { year, lines, relais: await relaisChoices(actor, 'money.write') };
}

/** Adds a line. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const typed = typedIn(await readForm(request), ['relais', 'annee', 'libelle', 'montant']);
  const parsed = newBudgetLineForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { relais: relaisId, annee: year, libelle: label, montant: amountCents } = parsed.data;
  const outcome = await addBudgetLine(actor, { relaisId, year, label, amountCents }, context.now());
  if (outcome.ok) throw doneAt(`/animation/budget?annee=${year}`, 'La ligne est ajoutée.', context);
  const { code } = outcome.refusal;
  if (code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return data({ errors: { libelle: budgetMessage(code) }, typed }, { status: 409 });
}

export default function Budget() {
  const { year, lines, relais } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Budget des intervenants"
        lead={`Ce que chaque relais peut dépenser en ${year}, et où il en est.`}
      />
      <div className="grid gap-7 pt-6">
        <BudgetYears year={year} />
        <BudgetTable year={year} lines={lines} />
        {relais.length > 0 && <AddLine key={year} year={year} relais={relais} refused={refused} />}
      </div>
    </>
  );
}
