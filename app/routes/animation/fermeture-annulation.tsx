import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { cancelChosen } from '#app/enrollment/cancelChosen.server.ts';
import { readChosen } from '#app/enrollment/chosen.schema.server.ts';
import { closurePage } from '#app/enrollment/closure-pages.server.ts';
import { cancelledInWords, chosenMessage, takenInWords } from '#app/enrollment/closure-words.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Annuler des séances · Animation · Ribambelle' }];

/** The sessions ticked, to be confirmed with their reason. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await closurePage(requireStaff(context, request), params.id ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  const ticked = new URL(request.url).searchParams.getAll('seance');
  return { closure: page.closure, hits: page.hits.filter(({ hers }) => hers), ticked };
}

/** Cancels those ticked for one reason; everyone is told. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const closureId = requireId(params);
  const read = readChosen(await readForm(request));
  const refused = (errors: Record<string, string>, status: 400 | 409) =>
    data({ errors, typed: read.typed }, { status });
  if (!read.ok) return refused(errorsByField(read.issues), 400);
  const outcome = await cancelChosen(actor, read, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return refused({ motif: chosenMessage(outcome.refusal) }, 400);
  throw saidAt(`/animation/fermetures/${closureId}`, { severity: 'success', text: cancelledInWords(outcome) }, context);
}

export default function FermetureAnnulation() {
  const { closure, hits, ticked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const chosen = refused?.typed.seances ?? ticked;
  const reason =
    closure.kind === 'person' ? 'L’animatrice est absente.' : `Fermeture : ${closure.reason || closure.name}.`;
  const errorsOf = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <>
      <PageHeader title="Annuler des séances" lead={`${closure.name} · ${closure.days}`} />
      <Form method="post" className="grid w-full max-w-3xl gap-6 pt-6" noValidate>
        <ErrorSummary errors={summaryOf(errors)} />
        <Fieldset id="seance" legend="Séances à annuler" errors={errorsOf('seance')}>
          {hits.map((hit) => (
            <CheckboxCard
              key={hit.sessionId}
              name="seance"
              value={hit.sessionId}
              defaultChecked={chosen.includes(hit.sessionId)}
              label={
                <>
                  <b>{hit.title}</b>
                  <span className="block text-soft">{hit.when}</span>
                </>
              }
              note={takenInWords(hit)}
            />
          ))}
        </Fieldset>
        <Field
          id="motif"
          label="Motif"
          hint="Il figure dans l’e-mail. Rien sur la santé de quiconque."
          errors={errorsOf('motif')}
        >
          {(control) => (
            <input {...control} name="motif" maxLength={300} defaultValue={refused?.typed.motif ?? reason} required />
          )}
        </Field>
        <p>
          Chaque personne inscrite est prévenue par e-mail, une seule fois. Celles sans e-mail, ou qui n’ont pas lu,
          apparaissent dans « À prévenir ».
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">Annuler ces séances</Button>
          <LinkButton to={`/animation/fermetures/${closure.id}`} variant="quiet">
            Ne rien annuler
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
