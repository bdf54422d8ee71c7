import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { changeOrganisation } from '#app/training/changeOrganisation.server.ts';
import { organisationPage } from '#app/training/organisations.server.ts';
import { organisationForm, organisationInput } from '#app/training/plan.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { ORGANISATION_FIELDS, OrganisationFields } from './organisation-fields.tsx';
import { planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.name ?? 'Organisme'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await organisationPage(requireStaff(context, request), requireId(params));
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const organisationId = requireId(params);
  if (!(await organisationPage(actor, organisationId))) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = typedIn(form, ORGANISATION_FIELDS);
  const parsed = organisationForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const outcome = await changeOrganisation(actor, { ...organisationInput(parsed.data), organisationId }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  throw doneAt('/animation/organismes', 'L’organisme est changé.', context);
}

export default function Organisme() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader above={<BackTo to="/animation/organismes" name="Organismes de formation" />} title={page.name} />
      <div className="grid w-full max-w-3xl gap-8 pt-6">
        <Form method="post" className="grid gap-5" noValidate>
          <ErrorSummary errors={planSummary(refused?.errors ?? {})} />
          <OrganisationFields known={page} refused={refused} />
          <Button wide>Enregistrer</Button>
        </Form>
        {page.retired ? (
          <Notice title="Cet organisme n’est plus proposé." />
        ) : (
          <Form method="post" action={`/animation/organismes/${page.id}/retrait`} className="grid gap-2">
            <p className="text-soft">Les formations qui l’ont gardent son nom.</p>
            <div>
              <Button variant="quiet">Ne plus le proposer</Button>
            </div>
          </Form>
        )}
      </div>
    </>
  );
}
