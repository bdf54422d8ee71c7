import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { addOrganisation } from '#app/training/addOrganisation.server.ts';
import { organisationForm, organisationInput } from '#app/training/plan.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { ORGANISATION_FIELDS, OrganisationFields } from './organisation-fields.tsx';
import { planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Nouvel organisme · Animation · Ribambelle' }];

export function loader({ request, context }: LoaderFunctionArgs) {
  if (!maySomewhere(requireStaff(context, request), 'plan.write')) throw new Response(null, { status: 404 });
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  if (!maySomewhere(actor, 'plan.write')) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = typedIn(form, ORGANISATION_FIELDS);
  const parsed = organisationForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { collectiviteId } = actor;
  const outcome = await addOrganisation(actor, { ...organisationInput(parsed.data), collectiviteId }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  const text = outcome.again ? 'Cet organisme était déjà dans la liste.' : 'L’organisme est ajouté.';
  throw doneAt('/animation/organismes', text, context);
}

export default function OrganismeNouveau() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<BackTo to="/animation/organismes" name="Organismes de formation" />}
        title="Nouvel organisme"
      />
      <Form method="post" className="grid w-full max-w-3xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={planSummary(refused?.errors ?? {})} />
        <OrganisationFields refused={refused} />
        <Button wide>Ajouter l’organisme</Button>
      </Form>
    </>
  );
}
