import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { publishReglement } from '#app/people/publishReglement.server.ts';
import { newVersionPage } from '#app/people/reglement-list.server.ts';
import { REGLEMENT_KINDS } from '#app/people/reglement-series.ts';
import { readReglement, REGLEMENT_FIELDS } from '#app/people/reglement.schema.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { SelectField, TextField, type Refused } from './form-fields.tsx';
import { BackTo } from './plan-links.tsx';

const LIST = '/animation/reglements';

export const meta: MetaFunction = () => [{ title: 'Nouvelle version · Règlements · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const model = new URL(request.url).searchParams.get('de');
  const page = await newVersionPage(requireStaff(context, request), model, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Publishes the next version; sent twice, it is the one that is there. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedIn(form, REGLEMENT_FIELDS);
  const read = readReglement(form, actor.collectiviteId);
  if (!read.ok) return data({ errors: errorsByField(read.issues), typed }, { status: 400 });
  const outcome = await publishReglement(actor, read.version, context.now());
  if (!outcome.ok) return data({ errors: errorsOf(outcome.refusal), typed }, { status: 409 });
  const from = dayPlain(read.version.effectiveFrom, { year: true });
  throw doneAt(LIST, `La version ${outcome.version} est publiée, à accepter à partir du ${from}.`, context);
}

export default function ReglementNouveau() {
  const { owners, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<BackTo to={LIST} name="Règlements et chartes" />}
        title={values.titre === '' ? 'Nouveau règlement ou charte' : 'Nouvelle version'}
        lead="Les versions publiées restent telles quelles : ce que chacune a accepté ne change pas."
      />
      <Form method="post" className="grid w-full max-w-3xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField name="pour" label="Pour" value={values.pour} refused={refused} options={owners} />
          <SelectField
            name="type"
            label="C’est"
            value={values.type}
            refused={refused}
            options={Object.entries(REGLEMENT_KINDS).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <TextField name="titre" label="Titre" value={values.titre} refused={refused} required maxLength={200} />
        <Body value={values.texte} refused={refused} />
        <TextField
          name="des"
          label="À accepter à partir du"
          type="date"
          value={values.des}
          refused={refused}
          required
          hint="Dès ce jour, qui ne l’a pas accepté est invité à le lire à sa prochaine inscription. Ses places déjà prises restent."
        />
        <Button wide>Publier cette version</Button>
      </Form>
    </>
  );
}

function Body({ value, refused }: { value: string; refused: Refused | undefined }) {
  const error = refused?.errors.texte;
  return (
    <Field
      id="texte"
      label="Texte"
      hint="Montré en entier à qui l’accepte, et sur la page du relais. Une ligne vide sépare deux paragraphes."
      errors={error === undefined ? [] : [error]}
    >
      {(control) => (
        <textarea
          {...control}
          name="texte"
          rows={14}
          maxLength={20_000}
          required
          defaultValue={refused?.typed.texte ?? value}
        />
      )}
    </Field>
  );
}
