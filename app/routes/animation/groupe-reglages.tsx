import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { cohortFields, cohortInput, cohortSettings, typedCohort } from '#app/catalog/cohort.schema.server.ts';
import { changeCohort } from '#app/catalog/changeCohort.server.ts';
import { cohortMessage } from '#app/catalog/new-cohort.ts';
import { cohortSettingsPage } from '#app/enrollment/cohort-settings.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { BackToGroup } from './back-to-group.tsx';
import { CohortFields } from './cohort-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Règles du groupe · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await cohortSettingsPage(requireStaff(context, request), params.id ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  if (!(await cohortSettingsPage(actor, params.id ?? '', context.now()))) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = typedCohort(form);
  const parsed = cohortSettings.safeParse(cohortFields(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const outcome = await changeCohort(actor, { ...cohortInput(parsed.data), cohortId: params.id ?? '' }, context.now());
  if (!outcome.ok) {
    const { id, message } = cohortMessage(outcome.refusal);
    return data({ errors: { [id]: message }, typed }, { status: 409 });
  }
  throw saidAt(
    `/animation/groupes/${params.id}`,
    { severity: 'success', text: 'Les règles du groupe sont enregistrées.' },
    context,
  );
}

export default function GroupeReglages() {
  const { page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader above={<BackToGroup id={page.id} name={page.name} />} title="Règles du groupe" />
      <Form method="post" className="grid w-full max-w-2xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <CohortFields settings={page} errors={refused?.errors ?? {}} typed={refused?.typed} standing={false} />
        <Button wide>Enregistrer</Button>
        <LinkButton to={`/animation/groupes/${page.id}`} variant="quiet">
          Ne rien changer
        </LinkButton>
      </Form>
    </>
  );
}
