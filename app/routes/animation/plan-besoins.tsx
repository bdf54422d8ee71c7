import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { plural } from '#app/time/french.ts';
import { addLine } from '#app/training/addLine.server.ts';
import { NEW_LINE } from '#app/training/line-terms.ts';
import { readPlanNeedFilters } from '#app/training/plan-filters.ts';
import { planNeeds, type PlanNeeds } from '#app/training/plan-needs.server.ts';
import { planSettings } from '#app/training/plan-settings.server.ts';
import { groupForm, needsFields } from '#app/training/plan.schema.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { SelectField, TextField, type Refused } from './form-fields.tsx';
import { NeedChoice, NeedFilterForm, NeedPages, ThemeGroups } from './need-choice.tsx';
import { planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Regrouper des besoins · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const filters = readPlanNeedFilters(new URL(request.url).searchParams);
  const found = await planNeeds(requireStaff(context, request), requireId(params), filters);
  if (!found) throw new Response(null, { status: 404 });
  return { found, filters };
}

/** Gathers the needs ticked into a line of the plan. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const planId = requireId(params);
  const form = await readForm(request);
  const typed = { fields: typedIn(form, ['titre', 'relais']), chosen: form.getAll('besoin').map(String) };
  const parsed = groupForm.safeParse(needsFields(form));
  if (!parsed.success) {
    if (!(await planSettings(actor, planId))) throw new Response(null, { status: 404 });
    return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  }
  const { titre: title, relais: relaisId, besoins: needIds } = parsed.data;
  const outcome = await addLine(actor, { ...NEW_LINE, planId, relaisId, title, needIds }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  const text = `${plural(outcome.people, 'personne est regroupée', 'personnes sont regroupées')}. Précisez l’organisme, les heures et le coût.`;
  throw doneAt(`/animation/lignes/${outcome.lineId}`, text, context);
}

export default function PlanBesoins() {
  const { found, filters } = useLoaderData<typeof loader>();
  const { plan, themes, needs, page, pages } = found;
  const path = `/animation/plans/${plan.id}/besoins`;
  return (
    <>
      <PageHeader
        above={<BackTo to={`/animation/plans/${plan.id}`} name={`${plan.name} ${plan.year}`} />}
        title="Regrouper des besoins"
        lead="Choisissez un thème, cochez celles qui peuvent venir ensemble : elles forment une ligne du plan."
      />
      <div className="grid gap-8 pt-6">
        {themes.length === 0 ? (
          <Empty sentence="Aucun besoin libre dans ces relais. Chacune peut en dire depuis son espace ; notez aussi ceux que vous entendez.">
            <LinkButton to="/animation/besoins">Voir tous les besoins</LinkButton>
          </Empty>
        ) : (
          <>
            <ThemeGroups themes={themes} filters={filters} path={path} />
            <section id="personnes" className="grid gap-5" aria-label="Choisir les personnes">
              <NeedFilterForm filters={filters} found={found} path={path} />
              {needs.length === 0 ? (
                <Empty sentence="Aucun besoin libre ne correspond. Retirez un filtre." />
              ) : (
                <GroupForm found={found} theme={filters.theme} />
              )}
              <NeedPages filters={filters} page={page} pages={pages} path={path} />
            </section>
          </>
        )}
      </div>
    </>
  );
}

function GroupForm({ found: { plan, themes, needs, total }, theme }: { found: PlanNeeds; theme: string | undefined }) {
  const answer = useActionData<typeof action>();
  const refused: Refused | undefined = answer && { errors: answer.errors, typed: answer.typed.fields };
  const title = themes.find(({ themeId }) => themeId !== null && themeId === theme)?.title ?? '';
  return (
    <Form method="post" className="grid gap-5" noValidate key={theme ?? ''}>
      <ErrorSummary errors={planSummary(answer?.errors ?? {})} />
      <NeedChoice needs={needs} total={total} chosen={answer?.typed.chosen ?? []} error={answer?.errors.besoins} />
      <div className="panel grid gap-4 lg:grid-cols-2 lg:items-start">
        <TextField
          name="titre"
          label="Titre de la formation"
          value={title}
          refused={refused}
          required
          maxLength={200}
        />
        {plan.relais.length > 1 ? (
          <SelectField
            name="relais"
            label="Relais qui suit la formation"
            refused={refused}
            options={plan.relais.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <input type="hidden" name="relais" value={plan.relais[0]?.id ?? ''} />
        )}
        <div className="lg:col-span-2">
          <Button wide>Regrouper en une formation</Button>
        </div>
      </div>
    </Form>
  );
}
