import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { filesDeedPage, type FilesDeedPage } from '#app/training/files-deed-page.server.ts';
import { filesMovedInWords } from '#app/training/files-deed-words.ts';
import { readFilesDeed } from '#app/training/files-deed.schema.server.ts';
import { moveFiles } from '#app/training/moveFiles.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';
import { callThem, planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.words.title ?? 'Dossiers'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await filesDeedPage(actor, { id: requireId(params), slug: params.acte ?? '' });
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** The same deed about every file ticked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await filesDeedPage(actor, { id: requireId(params), slug: params.acte ?? '' });
  if (!page) throw new Response(null, { status: 404 });
  const read = readFilesDeed(await readForm(request), page.asksEmployer);
  if (!read.ok) return data({ errors: read.errors, typed: read.typed }, { status: 400 });
  const { lineId, to } = page;
  const outcome = await moveFiles(actor, { lineId, to, files: read.files, word: read.word }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed: read.typed }, { status: 409 });
  throw doneAt(`/animation/lignes/${lineId}`, `${filesMovedInWords(outcome)}${callThem(outcome.toCall)}`, context);
}

export default function LigneDossiers() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { lineId, lineTitle, words, files } = page;
  const back = `/animation/lignes/${lineId}`;
  return (
    <>
      <PageHeader above={<BackTo to={back} name={lineTitle} />} title={words.title} lead={words.text} />
      <div className="grid w-full max-w-3xl gap-5 pt-6">
        {files.length === 0 ? (
          <Empty sentence="Aucun dossier n’est à cette étape." />
        ) : (
          <Choice page={page} refused={refused} />
        )}
        <LinkButton to={back} variant="quiet">
          Ne rien changer
        </LinkButton>
      </div>
    </>
  );
}

type Answer = ReturnType<typeof useActionData<typeof action>>;

function Choice({ page: { files, words, asksEmployer }, refused }: { page: FilesDeedPage; refused: Answer }) {
  const errors: Readonly<Record<string, string>> = refused?.errors ?? {};
  const of = (id: string) => (errors[id] === undefined ? [] : [errors[id]]);
  return (
    <Form method="post" className="grid gap-5" noValidate>
      <ErrorSummary errors={planSummary(errors)} />
      <Fieldset
        id="dossiers"
        legend="Dossiers"
        hint={words.word === null ? 'Décochez celles que cela ne concerne pas.' : 'Cochez celles que cela concerne.'}
        errors={of('dossiers')}
      >
        <ul className="grid gap-3">
          {files.map(({ id, name, stage, employer }) => (
            <li key={id} className="grid gap-2">
              <CheckboxCard
                name="dossier"
                value={id}
                label={name}
                note={stage}
                defaultChecked={refused?.typed.chosen.includes(id) ?? words.word === null}
              />
              {asksEmployer && (
                <Field
                  id={`employeur-${id}`}
                  label={`Employeur facilitateur de ${name}`}
                  errors={of(`employeur-${id}`)}
                >
                  {(control) => (
                    <input
                      {...control}
                      name={`employeur-${id}`}
                      defaultValue={refused?.typed.employers[id] ?? employer}
                      maxLength={200}
                      autoComplete="off"
                    />
                  )}
                </Field>
              )}
            </li>
          ))}
        </ul>
      </Fieldset>
      {words.word !== null && (
        <Field id="mot" label={words.word} optional errors={of('mot')}>
          {(control) => (
            <textarea {...control} name="mot" rows={3} maxLength={500} defaultValue={refused?.typed.word ?? ''} />
          )}
        </Field>
      )}
      <Button wide variant={words.danger ? 'danger' : 'primary'}>
        {words.button}
      </Button>
    </Form>
  );
}
