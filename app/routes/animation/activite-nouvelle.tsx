import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { ACTIVITY_FIELDS, readActivity } from '#app/catalog/activity.schema.server.ts';
import { ACTIVITY_DEFAULTS } from '#app/catalog/activity-defaults.ts';
import { activityMessage, activityRefusalField } from '#app/catalog/activity-messages.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { createActivity } from '#app/catalog/createActivity.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { KINDS, kindLabel, kindOfSlug, kindTone } from '#app/catalog/kinds.ts';
import { relaisChoices, type RelaisChoice } from '#app/people/directory-choices.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { SelectField, type Refused } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Nouvelle activité · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const relais = await relaisChoices(actor, 'session.plan');
  if (relais.length === 0) throw new Response(null, { status: 404 });
  return { relais, kind: kindOfSlug(new URL(request.url).searchParams.get('type') ?? '') };
}

/** Saves a draft, then leads to its dates with what the planning had chosen. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const query = new URL(request.url).searchParams;
  const form = await readForm(request);
  const read = readActivity(form);
  const typed = typedIn(form, [...ACTIVITY_FIELDS, 'relais']);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  if (!read.ok) return refused(errorsByField(read.issues), 400);
  const kind = kindOfSlug(query.get('type') ?? '');
  const relais = (await relaisChoices(actor, 'session.plan')).find(({ slug }) => slug === textOf(form, 'relais'));
  if (!kind || !relais) return refused({ relais: 'Choisissez le relais et le type de l’activité.' }, 400);
  const outcome = await createActivity(actor, { ...read.facts, kind, relaisId: relais.id }, context.now());
  if (!outcome.ok) return refused({ [activityRefusalField(outcome.refusal)]: activityMessage(outcome.refusal) }, 409);
  const dates = chosenSlot(query);
  throw doneAt(`/animation/activites/${outcome.activityId}/dates${dates}`, 'Le brouillon est enregistré.', context);
}

/** What a slot of the planning says: day and hours. */
function chosenSlot(query: URLSearchParams): string {
  const kept = ['date', 'de', 'a'].flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : []));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

export default function ActiviteNouvelle() {
  const { relais, kind } = useLoaderData<typeof loader>();
  return kind === null ? <KindFirst /> : <Facts kind={kind} relais={relais} />;
}

function KindFirst() {
  const [query] = useSearchParams();
  const to = (slug: string) => `?${new URLSearchParams([...query, ['type', slug]]).toString()}`;
  return (
    <>
      <PageHeader title="Nouvelle activité" lead="De quel type ? Le reste se remplit en conséquence, et se change." />
      <ul className="grid gap-3 pt-4 sm:grid-cols-2 xl:grid-cols-3">
        {KINDS.map(({ kind, slug, label }) => (
          <li key={slug} className="grid">
            <Card title={label} to={to(slug)} tone={kindTone(kind)} text={ACTIVITY_DEFAULTS[kind].about} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ kind, relais }: { kind: ActivityKindName; relais: readonly RelaisChoice[] }) {
  const refused: Refused | undefined = useActionData<typeof action>();
  const [query] = useSearchParams();
  const options = relais.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <>
      <PageHeader
        above={<KindMark kind={kind} />}
        title={`Nouvelle activité : ${kindLabel(kind).toLowerCase()}`}
        lead="Un brouillon : personne ne le voit avant la publication. Viennent ensuite les dates, puis les règles."
      />
      <Form method="post" className="panel mt-6 grid w-full max-w-2xl gap-5" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <SelectField name="relais" label="Relais" options={options} value={query.get('relais')} refused={refused} />
        <ActivityFields values={{ ...ACTIVITY_DEFAULTS[kind], description: '' }} refused={refused} />
        <div className="flex flex-wrap gap-3">
          <Button>Enregistrer, puis choisir les dates</Button>
          <LinkButton to="/animation/activites" variant="quiet">
            Annuler
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
