import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { addIntervenant } from '#app/people/addIntervenant.server.ts';
import { relaisChoices } from '#app/people/directory-choices.server.ts';
import { INTERVENANT_FIELDS, newIntervenantForm } from '#app/people/intervenant.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { SelectField } from './form-fields.tsx';
import { IntervenantFields } from './intervenant-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Nouvel intervenant · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const relais = await relaisChoices(requireStaff(context, request), 'session.plan');
  if (relais.length === 0) throw new Response(null, { status: 404 });
  return { relais };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const typed = typedIn(await readForm(request), INTERVENANT_FIELDS);
  const parsed = newIntervenantForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const {
    prenom: firstName,
    nom: lastName,
    telephone,
    relais: relaisId,
    email,
    profession,
    organisation,
  } = parsed.data;
  const more = { profession, email, phone: telephone, ...(organisation && { organisation }) };
  const input = { firstName, lastName, relaisId, ...more };
  const outcome = await addIntervenant(actor, input, context.now());
  if (!outcome.ok) return data({ errors: errorsOf(outcome.refusal), typed }, { status: 409 });
  throw doneAt(`/animation/intervenants/${outcome.personId}`, 'La fiche est créée.', context);
}

export default function IntervenantNouveau() {
  const { relais } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<Link to="/animation/intervenants">Tous les intervenants</Link>}
        title="Nouvel intervenant"
        lead="Il pourra venir dans tous les relais de votre gestionnaire."
      />
      <form method="post" className="grid max-w-3xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <IntervenantFields refused={refused} />
        <SelectField
          name="relais"
          label="Premier relais qui le fait venir"
          value={relais.length === 1 ? (relais[0]?.id ?? null) : null}
          {...(relais.length > 1 && { none: 'Choisir' })}
          options={relais.map(({ id, name }) => ({ value: id, label: name }))}
          refused={refused}
        />
        <p>
          <Button>Créer la fiche</Button>
        </p>
      </form>
    </>
  );
}
