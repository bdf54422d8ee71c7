import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { plural } from '#app/time/french.ts';
import { emptyDates, readDates } from '#app/training/half-days.schema.server.ts';
import { lineDates } from '#app/training/line-dates.server.ts';
import { scheduleLine } from '#app/training/scheduleLine.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';
import { SelectField, TextField } from './form-fields.tsx';
import { HalfDayRows } from './half-day-rows.tsx';
import { planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Dates de la formation · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await lineDates(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page, empty: emptyDates() };
}

/** Puts the line into the catalogue with its dates, and enrols its people. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const lineId = requireId(params);
  if (!(await lineDates(actor, lineId, context.now()))) throw new Response(null, { status: 404 });
  const read = readDates(await readForm(request));
  if (!read.ok) return data({ errors: read.errors, typed: read.typed, clash: false }, { status: 400 });
  const outcome = await scheduleLine(actor, { lineId, ...read.dates }, context.now());
  if (!outcome.ok) {
    const clash = outcome.refusal.code === 'CLASH' || outcome.refusal.code === 'SITE_CLOSED';
    return data({ errors: planErrors(outcome.refusal), typed: read.typed, clash }, { status: 409 });
  }
  throw doneAt(`/animation/lignes/${lineId}`, datedInWords(outcome), context);
}

type Dated = { people: number; unsure: number; again: boolean };

function datedInWords({ people, unsure, again }: Dated): string {
  if (again) return 'La formation avait déjà ses dates.';
  if (unsure === 0)
    return `La formation est au catalogue. ${plural(people, 'personne est inscrite', 'personnes sont inscrites')} à toutes les dates.`;
  const lacking = plural(unsure, 'personne n’a pas', 'personnes n’ont pas');
  return `La formation est au catalogue. ${lacking} sa place partout : voyez son dossier.`;
}

export default function LigneDates() {
  const { page, empty } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? empty;
  const errors = answer?.errors ?? {};
  const refused = { errors, typed: { lieu: typed.lieu, intervenant: typed.intervenant, motif: typed.motif } };
  return (
    <>
      <PageHeader
        above={<BackTo to={`/animation/lignes/${page.id}`} name={page.title} />}
        title="Fixer les dates"
        lead="Une ligne par demi-journée. La formation entre au catalogue et ses personnes y sont inscrites, chacune prévenue par un seul message."
      />
      <Form method="post" className="grid w-full max-w-3xl gap-6 pt-6" noValidate>
        <ErrorSummary errors={planSummary(errors)} />
        <Before page={page} />
        <HalfDayRows rows={typed.rows} errors={errors} min={page.today} />
        <SelectField
          name="lieu"
          label="Lieu"
          refused={refused}
          none="Choisir un lieu"
          options={page.sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="intervenant"
          label="Formatrice ou formateur"
          hint="Si l’organisme en a un parmi vos intervenants : les dates lui sont proposées."
          optional
          refused={refused}
          none="Personne de la liste"
          options={page.trainers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckboxCard
          name="places"
          value="oui"
          defaultChecked={typed.places}
          label="Proposer les places restantes, sur demande"
        />
        {(answer?.clash || typed.motif !== '') && (
          <TextField
            name="motif"
            label="Dater quand même : pourquoi ?"
            hint="Laissez vide pour choisir d’autres heures ou un autre lieu."
            optional
            refused={refused}
            maxLength={500}
          />
        )}
        <Button wide disabled={!page.open}>
          Dater la formation et inscrire {plural(page.people, 'personne', 'personnes')}
        </Button>
      </Form>
    </>
  );
}

function Before({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>>['page'] }) {
  const { open, warning, people, ready, minPeople, hours } = page;
  return (
    <>
      {!open && <Notice severity="warn" title="La formation doit d’abord être validée, et suivie par votre relais." />}
      {warning !== null && <Notice severity="warn" title={warning} />}
      {people < minPeople && (
        <Notice
          severity="warn"
          title={`Le groupe compte ${plural(people, 'personne', 'personnes')} : il en faut ${minPeople}.`}
        />
      )}
      <p>
        {plural(ready, 'dossier complet', 'dossiers complets')} sur {people}
        {hours !== null && ` · ${hours} par personne`}
      </p>
    </>
  );
}
