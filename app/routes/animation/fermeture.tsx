import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { closurePage } from '#app/enrollment/closure-pages.server.ts';
import { changeClosure } from '#app/people/changeClosure.server.ts';
import { readClosureDays } from '#app/people/closure.schema.server.ts';
import { closureShown } from '#app/people/closures.server.ts';
import { peopleMessage } from '#app/people/messages.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ClosureHits } from './closure-hits.tsx';
import { ClosureSettings } from './closure-settings.tsx';
import { typedClosure } from './typed-closure.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.closure.name ?? ''} : fermeture · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await closurePage(requireStaff(context, request), params.id ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Changes its days. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const closureId = requireId(params);
  const closure = await closureShown(actor, closureId, context.now());
  const form = await readForm(request);
  const typed = typedClosure(form);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  if (!closure?.hers) throw new Response(null, { status: 404 });
  const read = readClosureDays(form, closure.kind === 'person');
  if (!read.ok) return refused(errorsByField(read.issues), 400);
  const outcome = await changeClosure(actor, { closureId, ...read.days }, context.now());
  if (!outcome.ok) return refused({ dernier: peopleMessage(outcome.refusal) }, 409);
  const text = outcome.changed ? 'Les dates sont changées. Voici ce qu’elles touchent.' : 'Rien n’a changé.';
  throw saidAt(`/animation/fermetures/${closureId}`, { severity: 'success', text }, context);
}

export default function Fermeture() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { closure } = page;
  const who = closure.kind === 'person' ? `${closure.name} est absente` : `${closure.name} : fermeture`;
  const reason = closure.reason === '' || closure.reason === 'absence' ? '' : ` · ${closure.reason}`;
  return (
    <>
      <PageHeader title={who} lead={`${closure.days}${reason}`} />
      <div className="grid gap-8 pt-6">
        <ClosureHits page={page} />
        {closure.hers && <ClosureSettings closure={closure} typed={refused?.typed} errors={refused?.errors ?? {}} />}
      </div>
    </>
  );
}
