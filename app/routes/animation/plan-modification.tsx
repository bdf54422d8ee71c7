import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { changePlan } from '#app/training/changePlan.server.ts';
import { planChangeForm, planFields } from '#app/training/plan.schema.server.ts';
import { planSettings } from '#app/training/plan-settings.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { planErrors, planSummary } from './plan-answer.ts';
import { PlanFields } from './plan-fields.tsx';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Modifier le plan · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await planSettings(requireStaff(context, request), requireId(params));
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const planId = requireId(params);
  const form = await readForm(request);
  const typed = { fields: typedIn(form, ['nom']), chosen: form.getAll('relais').map(String) };
  const parsed = planChangeForm.safeParse(planFields(form));
  if (!parsed.success) {
    if (!(await planSettings(actor, planId))) throw new Response(null, { status: 404 });
    return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  }
  const { nom: name, relais: relaisIds } = parsed.data;
  const outcome = await changePlan(actor, { planId, name, relaisIds }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  throw doneAt(`/animation/plans/${planId}`, 'Le plan est changé.', context);
}

export default function PlanModification() {
  const { id, name, year, relais, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && { errors: answer.errors, typed: answer.typed.fields };
  return (
    <>
      <PageHeader above={<BackTo to={`/animation/plans/${id}`} name={`${name} ${year}`} />} title="Modifier le plan" />
      <Form method="post" className="grid w-full max-w-2xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={planSummary(answer?.errors ?? {})} />
        <PlanFields relais={relais} chosen={answer?.typed.chosen ?? chosen} name={name} refused={refused} />
        <Button wide>Enregistrer</Button>
      </Form>
    </>
  );
}
