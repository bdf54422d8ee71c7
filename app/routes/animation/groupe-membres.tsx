import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { addMember } from '#app/enrollment/addMember.server.ts';
import { candidatesPage, type CandidatesPage } from '#app/enrollment/cohort-candidates.server.ts';
import { memberFields, memberForm } from '#app/enrollment/member.schema.server.ts';
import { membershipMessage } from '#app/enrollment/membership-answers.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Search } from '#app/ui/icons.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stepper } from '#app/ui/stepper.tsx';
import { BackToGroup } from './back-to-group.tsx';
import { doneAt } from './form-answer.ts';

export const meta: MetaFunction = () => [{ title: 'Ajouter au groupe · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const query = new URL(request.url).searchParams;
  const typed = query.get('q') ?? '';
  const asked = { typed, personId: query.get('personne') };
  const page = await candidatesPage(actor, requireId(params), asked, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page, typed };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const cohortId = requireId(params);
  if (!(await candidatesPage(actor, cohortId, { typed: '', personId: null }, context.now())))
    throw new Response(null, { status: 404 });
  const parsed = memberForm.safeParse(memberFields(await readForm(request)));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues) }, { status: 400 });
  const outcome = await addMember(actor, { cohortId, ...parsed.data }, context.now());
  if (!outcome.ok) return data({ errors: { q: membershipMessage(outcome.refusal) } }, { status: 409 });
  const text =
    outcome.state === 'WAITING' ? 'Le groupe est complet : elle attend une place.' : 'Elle est dans le groupe.';
  throw doneAt(`/animation/groupes/${cohortId}`, text, context);
}

export default function GroupeMembres() {
  const { page, typed } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  const path = `/animation/groupes/${page.id}/membres`;
  return (
    <>
      <PageHeader
        above={<BackToGroup id={page.id} name={page.name} />}
        title="Ajouter une personne"
        lead="Trois lettres du nom ou du prénom suffisent, sans les accents."
      />
      <div className="grid w-full max-w-2xl gap-6 pt-6">
        <ErrorSummary errors={summaryOf(errors)} />
        {page.chosen ? (
          <Choice page={page} chosen={page.chosen} errors={errors} />
        ) : (
          <>
            <Form method="get" action={path} role="search" className="flex items-end gap-2">
              <div className="flex-1">
                <Field id="q" label="Nom ou prénom">
                  {(control) => (
                    <input {...control} type="search" name="q" defaultValue={typed} autoComplete="off" minLength={2} />
                  )}
                </Field>
              </div>
              <Button>
                <Search size={18} />
                Chercher
              </Button>
            </Form>
            <Found page={page} typed={typed} path={path} />
          </>
        )}
      </div>
    </>
  );
}

function Found({ page: { found }, typed, path }: { page: CandidatesPage; typed: string; path: string }) {
  if (typed === '') return null;
  return (
    <section aria-labelledby="trouvees" className="grid gap-3">
      <h2 id="trouvees" role="status">
        {found.length === 0 ? 'Personne de ce nom' : 'Qui ajouter ?'}
      </h2>
      <ul className="grid gap-2">
        {found.map(({ id, name, detail, already }) => (
          <li key={id} className="panel">
            <Link to={`${path}?personne=${id}`} className="inline-flex min-h-11 items-center font-bold">
              {name}
            </Link>
            <p className="text-soft">{already ? `${detail} · déjà dans le groupe` : detail}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  page: CandidatesPage;
  chosen: NonNullable<CandidatesPage['chosen']>;
  errors: Readonly<Record<string, string>>;
}

function Choice({ page: { id, today, analyse }, chosen, errors }: ChoiceProps) {
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <Form method="post" action={`/animation/groupes/${id}/membres`} className="grid gap-5">
      <input type="hidden" name="personne" value={chosen.id} />
      <p className="panel">
        <b>{chosen.name}</b>
        <span className="block text-soft">{chosen.detail}</span>
        <Link to={`/animation/groupes/${id}/membres`} className="inline-flex min-h-11 items-center">
          Choisir quelqu’un d’autre
        </Link>
      </p>
      <Field id="debut" label="À partir du" errors={of('debut')}>
        {(control) => <input {...control} type="date" name="debut" min={today} defaultValue={today} />}
      </Field>
      {!analyse && (
        <Fieldset id="enfants" legend="Qui vient d’habitude avec elle" errors={of('enfants')}>
          {chosen.children.map(({ id, label }) => (
            <CheckboxCard key={id} name="enfant" value={id} label={label} />
          ))}
          {chosen.bands.map(({ fromMonths, words }) => (
            <Stepper
              key={fromMonths}
              id={`bande-${fromMonths}`}
              name={`bande-${fromMonths}`}
              label={chosen.children.length > 0 ? `Autres, ${words}` : `Enfants, ${words}`}
              max={12}
            />
          ))}
        </Fieldset>
      )}
      <Button wide>{chosen.already ? 'Enregistrer' : 'Ajouter au groupe'}</Button>
    </Form>
  );
}
