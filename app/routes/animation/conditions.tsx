import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { setTerms } from '#app/attendance/setTerms.server.ts';
import { termsMessage } from '#app/attendance/terms.ts';
import { readTerms, TERMS_FIELDS } from '#app/attendance/terms.schema.server.ts';
import { termsPage } from '#app/attendance/terms-page.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { plural } from '#app/time/french.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { TermsForm } from './terms-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Conditions d’une intervention · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const assignmentId = new URL(request.url).searchParams.get('intervention');
  const page = await termsPage(actor, { sessionId: requireId(params), assignmentId }, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Says what the intervenant is paid, here or over the series. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedIn(form, TERMS_FIELDS);
  const read = readTerms(typed);
  if (!read.ok) return data({ errors: errorsByField(read.issues), typed }, { status: 400 });
  const input = { assignmentId: textOf(form, 'intervention'), scope: read.scope, terms: read.terms };
  const outcome = await setTerms(actor, input, context.now());
  if (outcome.ok) {
    const text = `Conditions enregistrées pour ${plural(outcome.set, 'séance', 'séances')}.`;
    throw doneAt(`/animation/seances/${requireId(params)}`, text, context);
  }
  const { code } = outcome.refusal;
  if (code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return data(
    { errors: { [code === 'LINE_UNKNOWN' ? 'ligne' : 'tarif']: termsMessage(code) }, typed },
    { status: 409 },
  );
}

export default function Conditions() {
  const { page } = useLoaderData<typeof loader>();
  const here = `/animation/seances/${page.sessionId}`;
  return (
    <>
      <PageHeader
        above={<Link to={here}>Retour à la séance</Link>}
        title={`Conditions : ${page.name}`}
        lead={`${page.title}, ${page.when} · ${page.relais}`}
      />
      <div className="grid gap-5 pt-6">
        {page.others.length > 0 && (
          <p>
            À la même séance :{' '}
            {page.others.map(({ id, name }) => (
              <Link
                key={id}
                to={`${here}/conditions?intervention=${id}`}
                className="mr-3 inline-flex min-h-11 items-center"
              >
                {name}
              </Link>
            ))}
          </p>
        )}
        <TermsForm key={page.assignmentId} page={page} refused={useActionData<typeof action>()} />
      </div>
    </>
  );
}
