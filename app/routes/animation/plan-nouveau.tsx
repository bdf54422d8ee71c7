import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { createPlan } from '#app/training/createPlan.server.ts';
import { planFields, planForm } from '#app/training/plan.schema.server.ts';
import { plans } from '#app/training/plans.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { TextField } from './form-fields.tsx';
import { planErrors, planSummary } from './plan-answer.ts';
import { PlanFields } from './plan-fields.tsx';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Nouveau plan de formation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await plans(requireStaff(context, request), {}, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { relais: page.relais, year: page.thisYear };
}

/** Opens the plan, then shows it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  if (!maySomewhere(actor, 'plan.write')) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = { fields: typedIn(form, ['nom', 'annee']), chosen: form.getAll('relais').map(String) };
  const parsed = planForm.safeParse(planFields(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { nom: name, annee: year, relais: relaisIds } = parsed.data;
  const outcome = await createPlan(actor, { name, year, relaisIds }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  const text = outcome.again
    ? 'Ce plan existait déjà : le voici.'
    : 'Le plan est ouvert. Regroupez maintenant les besoins.';
  throw doneAt(`/animation/plans/${outcome.planId}`, text, context);
}

export default function PlanNouveau() {
  const { relais, year } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && { errors: answer.errors, typed: answer.typed.fields };
  const [only] = relais;
  return (
    <>
      <PageHeader
        above={<BackTo to="/animation/plans" name="Plan de formation" />}
        title="Nouveau plan"
        lead="Un plan répond aux besoins d’une année civile."
      />
      <Form method="post" className="grid w-full max-w-2xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={planSummary(answer?.errors ?? {})} />
        <TextField
          name="annee"
          label="Année"
          type="number"
          value={String(year)}
          refused={refused}
          min={2020}
          max={2100}
          required
        />
        <PlanFields
          relais={relais}
          chosen={answer?.typed.chosen ?? (relais.length === 1 && only ? [only.id] : [])}
          name="Plan de formation"
          refused={refused}
        />
        <Button wide>Ouvrir le plan</Button>
      </Form>
    </>
  );
}
