import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import { closable, closableOf } from '#app/people/closable.server.ts';
import { closureFilters } from '#app/people/closure-filters.ts';
import { readClosureDays } from '#app/people/closure.schema.server.ts';
import { closures } from '#app/people/closures.server.ts';
import { peopleMessage } from '#app/people/messages.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ClosureForm } from './closure-form.tsx';
import { ClosureList } from './closure-list.tsx';
import { typedClosure } from './typed-closure.ts';

export const meta: MetaFunction = () => [{ title: 'Fermetures et absences · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const filters = closureFilters(new URL(request.url).searchParams);
  const list = await closures(actor, filters, context.now());
  return { list, choices: await closable(actor), filters };
}

/** Notes a closure or an absence; the next page lists what it hits. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedClosure(form);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  const of = closableOf(typed.of);
  const read = readClosureDays(form, of !== null && 'personId' in of);
  const missing: Record<string, string> = of ? {} : { quoi: 'Choisissez ce qui ferme, ou qui est absent.' };
  if (!of || !read.ok) return refused({ ...missing, ...(read.ok ? {} : errorsByField(read.issues)) }, 400);
  const outcome = await addClosure(actor, { ...of, ...read.days }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return refused({ dernier: peopleMessage(outcome.refusal) }, 409);
  throw redirect(`/animation/fermetures/${outcome.closureId}`, { status: 303 });
}

export default function Fermetures() {
  const { list, choices, filters } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Fermetures et absences"
        lead="Relais, lieux, personnes. Ce que chacune touche est listé : à garder, déplacer, annuler ou confier."
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-[3fr_2fr] lg:items-start lg:gap-x-10">
        <ClosureList list={list} choices={choices} filters={filters} />
        <ClosureForm choices={choices} typed={refused?.typed} errors={refused?.errors ?? {}} />
      </div>
    </>
  );
}
