import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { budgetLine } from '#app/attendance/budget.server.ts';
import { budgetLineForm } from '#app/attendance/budget.schema.server.ts';
import { budgetMessage } from '#app/attendance/budget.ts';
import { changeBudgetLine } from '#app/attendance/changeBudgetLine.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { amountTyped } from '#app/time/money.ts';
import { Button } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Modifier une ligne du budget · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const line = await budgetLine(requireStaff(context, request), requireId(params));
  if (!line) throw new Response(null, { status: 404 });
  return { line };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const lineId = requireId(params);
  const typed = typedIn(await readForm(request), ['libelle', 'montant']);
  const parsed = budgetLineForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { libelle: label, montant: amountCents } = parsed.data;
  const outcome = await changeBudgetLine(actor, { lineId, label, amountCents }, context.now());
  if (outcome.ok) throw doneAt('/animation/budget', 'La ligne est enregistrée.', context);
  const { code } = outcome.refusal;
  if (code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return data({ errors: { libelle: budgetMessage(code) }, typed }, { status: 409 });
}

export default function BudgetModification() {
  const { line } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<Link to={`/animation/budget?annee=${line.year}`}>Retour au budget</Link>}
        title={`Modifier : ${line.label}`}
        lead={`${line.relais}, ${line.year}`}
      />
      <div className="grid max-w-2xl gap-6 pt-6">
        <form method="post" className="grid gap-5" noValidate>
          <TextField name="libelle" label="Nom de la ligne" value={line.label} refused={refused} />
          <TextField
            name="montant"
            label="Montant (€)"
            inputMode="decimal"
            value={amountTyped(line.amountCents)}
            refused={refused}
          />
          <p>
            <Button>Enregistrer</Button>
          </p>
        </form>
        <form method="post" action={`/animation/budget/${line.id}/suppression`}>
          <Button variant="danger">Supprimer cette ligne</Button>
        </form>
      </div>
    </>
  );
}
