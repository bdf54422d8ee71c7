import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { changeLine } from '#app/training/changeLine.server.ts';
import { lineForm as lineFormPage } from '#app/training/line-form.server.ts';
import { lineFields, lineForm, lineTerms } from '#app/training/plan.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { LineTermFields, TERM_FIELDS } from './line-term-fields.tsx';
import { planErrors, planSummary } from './plan-answer.ts';
import { BackTo } from './plan-links.tsx';

export const meta: MetaFunction = () => [{ title: 'Modifier la formation · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await lineFormPage(requireStaff(context, request), requireId(params));
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const lineId = requireId(params);
  if (!(await lineFormPage(actor, lineId))) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = { fields: typedIn(form, TERM_FIELDS), suits: form.getAll('convient').map(String) };
  const parsed = lineForm.safeParse(lineFields(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const outcome = await changeLine(actor, { ...lineTerms(parsed.data), lineId }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  throw doneAt(`/animation/lignes/${lineId}`, 'La formation est changée.', context);
}

export default function LigneModification() {
  const { id, terms, organisations, open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader above={<BackTo to={`/animation/lignes/${id}`} name={terms.title} />} title="Modifier la formation" />
      <Form method="post" className="grid w-full max-w-3xl gap-6 pt-6" noValidate>
        <ErrorSummary errors={planSummary(answer?.errors ?? {})} />
        {!open && <Notice severity="warn" title="Cette formation est finie ou annulée : elle ne change plus." />}
        <LineTermFields
          terms={terms}
          organisations={organisations}
          refused={answer && { errors: answer.errors, typed: answer.typed.fields }}
          suits={answer?.typed.suits}
        />
        <Button wide disabled={!open}>
          Enregistrer
        </Button>
      </Form>
    </>
  );
}
