import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { ceilingsPage } from '#app/enrollment/ceilings-preview.server.ts';
import { ceilingsAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { readCeilings } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { toDesk } from './to-desk.ts';
import { errorsAbout, summaryOf } from './refusals.ts';

export const meta: MetaFunction = () => [{ title: 'Les places de la séance · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const read = asked.has('adultes') ? readCeilings(asked) : null;
  const tried = read?.ok ? { maxAdults: read.form.adultes, maxChildren: read.form.enfants } : null;
  const page = await ceilingsPage(requireStaff(context, request), requireId(params), tried, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { ...page, typed: read?.typed ?? null, errors: read?.ok === false ? read.errors : [] };
}

/** Changes the ceilings; those waiting who fit are served. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const read = readCeilings(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const deed = await ceilingsAtDesk(actor, { ...read.form, sessionId: requireId(params) }, context.now());
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused'
    ? data({ typed, errors: [answer] }, { status: 409 })
    : toDesk(context, sessionId, answer);
}

export default function Plafonds() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { head, ceilings, taken, waiting } = page;
  const typed = refused?.typed ??
    page.typed ?? {
      adultes: ceilings.adults?.toString() ?? '',
      enfants: ceilings.children?.toString() ?? '',
    };
  const errors = refused?.errors ?? page.errors;
  const of = (field: string) => errorsAbout(errors, field);
  return (
    <>
      <DeskHeader head={head} title="Les places de la séance" />
      <Form method="post" noValidate className="panel mt-5 grid w-full max-w-2xl gap-5">
        <ErrorSummary errors={summaryOf(errors)} />
        <p>
          Prises : {taken.adults} adultes, {taken.children} enfants. En attente : {waiting}.
          {ceilings.persons !== null && ` Le lieu reçoit ${ceilings.persons} personnes en tout.`}
        </p>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field id="adultes" label="Places adultes" hint="Vide : sans limite." errors={of('adultes')}>
            {(control) => <input {...control} name="adultes" inputMode="numeric" defaultValue={typed.adultes} />}
          </Field>
          <Field id="enfants" label="Places enfants" hint="Vide : sans limite." errors={of('enfants')}>
            {(control) => <input {...control} name="enfants" inputMode="numeric" defaultValue={typed.enfants} />}
          </Field>
        </div>
        <Effect served={page.served} waiting={waiting} calling={head.calling} />
        <div className="flex flex-wrap gap-3">
          <Button>Enregistrer</Button>
          {waiting > 0 && !head.calling && (
            <Button variant="quiet" formMethod="get" formNoValidate>
              Voir qui serait servie
            </Button>
          )}
          <LinkButton to={`/animation/seances/${head.sessionId}`} variant="quiet">
            Ne rien changer
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

function Effect({ served, waiting, calling }: { served: string[] | null; waiting: number; calling: boolean }) {
  if (waiting === 0) return null;
  if (calling) return <Notice title="Après la clôture, personne n’est servie d’office : vous appelez dans l’ordre." />;
  if (served === null) return <Notice title="Celles qui attendent sont servies aussitôt, dans l’ordre." />;
  if (served.length === 0) return <Notice severity="warn" role="status" title="Personne ne serait servie." />;
  return (
    <Notice severity="success" role="status" title={served.length === 1 ? 'Serait servie' : 'Seraient servies'}>
      <p>{served.join(', ')}</p>
    </Notice>
  );
}
