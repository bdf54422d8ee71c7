import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { joinLine } from '#app/training/joinLine.server.ts';
import { lineNewcomers, type LineNewcomers } from '#app/training/line-newcomers.server.ts';
import { joinForm } from '#app/training/plan.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';
import { planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Ajouter quelqu’un par son nom · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('nom') ?? '';
  const page = await lineNewcomers(requireStaff(context, request), requireId(params), typed, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Brings her into the line; her need is noted with it when she had said none. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const lineId = requireId(params);
  const parsed = joinForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) {
    if (!(await lineNewcomers(actor, lineId, '', context.now()))) throw new Response(null, { status: 404 });
    return data({ errors: errorsByField(parsed.error.issues) }, { status: 400 });
  }
  const { personne: personId, source } = parsed.data;
  const outcome = await joinLine(actor, { lineId, personId, source }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal) }, { status: 409 });
  const text = outcome.again ? 'Elle était déjà dans la formation.' : 'Elle est dans la formation, et son besoin noté.';
  throw doneAt(`/animation/lignes/${lineId}`, text, context);
}

export default function LigneArrivee() {
  const { id, title, typed, found } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  return (
    <>
      <PageHeader
        above={<BackTo to={`/animation/lignes/${id}`} name={title} />}
        title="Ajouter quelqu’un par son nom"
        lead="Même si elle n’avait rien demandé : son besoin est noté en même temps."
      />
      <div className="grid w-full max-w-3xl gap-6 pt-6">
        <ErrorSummary errors={planSummary(errors)} />
        <Form className="panel grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end" role="search">
          <Field id="nom" label="Nom ou prénom" hint="Deux lettres suffisent, sans accents.">
            {(control) => <input {...control} type="search" name="nom" defaultValue={typed} autoComplete="off" />}
          </Field>
          <Button variant="quiet">Chercher</Button>
        </Form>
        {typed !== '' && <Found typed={typed} found={found} />}
      </div>
    </>
  );
}

function Found({ typed, found }: Pick<LineNewcomers, 'typed' | 'found'>) {
  if (found.length === 0) {
    return (
      <Notice severity="warn" title={`Personne ne répond à « ${typed} »`} role="status">
        <p>Elle est peut-être déjà dans la formation, ou d’un relais qui n’est pas dans ce plan.</p>
      </Notice>
    );
  }
  return (
    <Form method="post" className="grid gap-5">
      <Fieldset id="source" legend="Elle l’a dit">
        <CheckboxCard type="radio" name="source" value="telephone" label="Au téléphone" defaultChecked />
        <CheckboxCard type="radio" name="source" value="entretien" label="En entretien" />
      </Fieldset>
      <ul className="grid gap-2" aria-label="Personnes trouvées">
        {found.map(({ id, name, commune, relais }) => (
          <li key={id} className="panel flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 break-words">
              <b>{name}</b>
              <span className="text-soft block">{[commune, relais].filter(Boolean).join(', ')}</span>
            </p>
            <Button variant="quiet" name="personne" value={id} aria-label={`Ajouter ${name}`}>
              Ajouter
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
