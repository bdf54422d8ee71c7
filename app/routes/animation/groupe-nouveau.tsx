import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { cohortFields, cohortForm, cohortInput, typedCohort } from '#app/catalog/cohort.schema.server.ts';
import { createCohort } from '#app/catalog/createCohort.server.ts';
import { cohortMessage } from '#app/catalog/new-cohort.ts';
import { newCohortPage, type NewCohortPage } from '#app/enrollment/cohort-settings.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { CohortFields } from './cohort-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Nouveau groupe · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const asked = new URL(request.url).searchParams.get('activite');
  const page = await newCohortPage(actor, asked, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Makes the group, then opens it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const refused = (errors: Record<string, string>, status: 400 | 409) =>
    data({ errors, typed: typedCohort(form) }, { status });
  const parsed = cohortForm.safeParse(cohortFields(form));
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const { relais: relaisId, activite: activityId } = parsed.data;
  const outcome = await createCohort(actor, { ...cohortInput(parsed.data), relaisId, activityId }, context.now());
  if (outcome.ok) throw redirect(`/animation/groupes/${outcome.cohortId}`, 303);
  const { id, message } = cohortMessage(outcome.refusal);
  return refused({ [id]: message }, 409);
}

export default function GroupeNouveau() {
  const { page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        above={<Link to="/animation/groupes">Groupes</Link>}
        title="Nouveau groupe"
        lead={page.activity ? `Le groupe de « ${page.activity.title} » : il vient à toutes ses dates.` : LEAD}
      />
      <div className="grid gap-8 pt-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] lg:items-start lg:gap-x-10">
        <Form method="post" className="grid gap-5" noValidate>
          <ErrorSummary errors={summaryOf(errors)} />
          <RelaisField page={page} error={errors.relais} />
          <CohortFields settings={page} errors={errors} typed={refused?.typed} standing={page.activity === null} />
          <Button wide>Créer le groupe</Button>
        </Form>
        <Cycles page={page} />
      </div>
    </>
  );
}

const LEAD =
  'Un groupe habituel : le groupe du mardi, un demi-groupe. Vous choisirez ensuite ses dates et qui en est. Un groupe de réflexion que vous animez se compose depuis la page de sa réunion ou de son atelier.';

function RelaisField({ page: { relais, activity }, error }: { page: NewCohortPage; error: string | undefined }) {
  if (activity) {
    return (
      <>
        <input type="hidden" name="activite" value={activity.id} />
        <input type="hidden" name="relais" value={activity.relaisId} />
      </>
    );
  }
  return (
    <Field id="relais" label="Relais" errors={error === undefined ? [] : [error]}>
      {(control) => (
        <select {...control} name="relais" required>
          {relais.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Cycles({ page: { cycles, activity } }: { page: NewCohortPage }) {
  const others = cycles.filter(({ id }) => id !== activity?.id);
  if (others.length === 0) return null;
  return (
    <aside className="panel grid gap-3" aria-labelledby="cycles">
      <h2 id="cycles" className="text-xl">
        Cycles sans groupe
      </h2>
      <p className="text-soft">Une analyse de pratiques ou une formation a son propre groupe, avec ses règles.</p>
      <ul className="grid gap-2">
        {others.map(({ id, title, relais }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <LinkButton to={`/animation/groupes/nouveau?activite=${id}`} variant="quiet">
              Composer : {title}
            </LinkButton>
            <span className="text-soft">{relais}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
