import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { plural } from '#app/time/french.ts';
import { addToLine } from '#app/training/addToLine.server.ts';
import { lineForm } from '#app/training/line-form.server.ts';
import { lineNeeds } from '#app/training/line-needs.server.ts';
import { readPlanNeedFilters } from '#app/training/plan-filters.ts';
import { needsFields, peopleForm } from '#app/training/plan.schema.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';
import { NeedChoice, NeedFilterForm, NeedPages } from './need-choice.tsx';
import { planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Ajouter des personnes · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const filters = readPlanNeedFilters(new URL(request.url).searchParams);
  const page = await lineNeeds(requireStaff(context, request), requireId(params), filters);
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const lineId = requireId(params);
  const form = await readForm(request);
  const chosen = form.getAll('besoin').map(String);
  const parsed = peopleForm.safeParse(needsFields(form));
  if (!parsed.success) {
    if (!(await lineForm(actor, lineId))) throw new Response(null, { status: 404 });
    return data({ errors: errorsByField(parsed.error.issues), chosen }, { status: 400 });
  }
  const outcome = await addToLine(actor, { lineId, needIds: parsed.data.besoins }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), chosen }, { status: 409 });
  const text = `${plural(outcome.added, 'personne ajoutée', 'personnes ajoutées')}.`;
  throw doneAt(`/animation/lignes/${lineId}`, text, context);
}

export default function LignePersonnes() {
  const { id, title, found, filters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = `/animation/lignes/${id}/personnes`;
  const { needs, total, page, pages } = found;
  return (
    <>
      <PageHeader
        above={<BackTo to={`/animation/lignes/${id}`} name={title} />}
        title="Ajouter des personnes"
        lead="Celles qui ont dit ce besoin et qu’aucune formation ne reprend."
      />
      <p className="flex flex-wrap items-center gap-3 pt-6">
        <span>Une autre n’avait rien demandé ?</span>
        <LinkButton to={`/animation/lignes/${id}/arrivee`} variant="quiet">
          L’ajouter par son nom
        </LinkButton>
      </p>
      <div className="grid gap-6 pt-6">
        <NeedFilterForm filters={filters} found={found} path={path} />
        {needs.length === 0 ? (
          <Empty sentence="Aucun besoin libre ne correspond. Retirez un filtre, ou ajoutez quelqu’un par son nom." />
        ) : (
          <Form method="post" className="grid gap-5" noValidate>
            <ErrorSummary errors={planSummary(answer?.errors ?? {})} />
            <NeedChoice needs={needs} total={total} chosen={answer?.chosen ?? []} error={answer?.errors.besoins} />
            <Button wide>Ajouter à la formation</Button>
          </Form>
        )}
        <NeedPages filters={filters} page={page} pages={pages} path={path} />
      </div>
    </>
  );
}
