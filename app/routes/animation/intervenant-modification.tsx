import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { intervenantCard } from '#app/attendance/intervenant-card.server.ts';
import { changeIntervenant } from '#app/auth/changeIntervenant.server.ts';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { INTERVENANT_FIELDS, intervenantForm } from '#app/people/intervenant.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { IntervenantFields } from './intervenant-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Modifier un intervenant · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const card = await intervenantCard(requireStaff(context, request), requireId(params), context.now());
  if (!card?.mayChange) throw new Response(null, { status: 404 });
  const { personId, name, firstName: prenom, lastName: nom, profession, organisation, email, phone } = card;
  const values = {
    prenom,
    nom,
    profession,
    organisation: organisation ?? '',
    email: email ?? '',
    telephone: phone ?? '',
  };
  return { personId, name, values };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const typed = typedIn(await readForm(request), INTERVENANT_FIELDS);
  const parsed = intervenantForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { prenom: firstName, nom: lastName, telephone: phone, ...more } = parsed.data;
  const outcome = await changeIntervenant(actor, { personId, firstName, lastName, phone, ...more }, context.now());
  if (!outcome.ok) return data({ errors: errorsOf(outcome.refusal), typed }, { status: 409 });
  throw doneAt(`/animation/intervenants/${personId}`, 'La fiche est enregistrée.', context);
}

export default function IntervenantModification() {
  const { personId, name, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<Link to={`/animation/intervenants/${personId}`}>Retour à sa fiche</Link>}
        title={`Modifier : ${name}`}
        lead="Changer l’e-mail le déconnecte : il se connectera avec le nouveau."
      />
      <form method="post" className="grid max-w-3xl gap-5 pt-6" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <IntervenantFields refused={refused} values={values} />
        <p>
          <Button>Enregistrer</Button>
        </p>
      </form>
    </>
  );
}
