import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { addNewcomer } from '#app/enrollment/addNewcomer.server.ts';
import { deskPage } from '#app/enrollment/desk-page.server.ts';
import { readParticipant } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { errorsAbout, summaryOf } from './refusals.ts';

export const meta: MetaFunction = () => [{ title: 'Ajouter une personne · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const head = await deskPage(requireStaff(context, request), requireId(params), 'enroll', context.now());
  if (!head) throw new Response(null, { status: 404 });
  return { head };
}

/** Makes her file, then goes on to enrol her. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const read = readParticipant(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const added = await addNewcomer(actor, { sessionId, ...read.form }, context.now());
  if (!added) throw new Response(null, { status: 404 });
  return redirect(`/animation/seances/${sessionId}/inscriptions?personne=${added.personId}`, { status: 303 });
}

const KINDS = [
  { value: 'PARENT', label: 'Parent' },
  { value: 'FUTURE_PARENT', label: 'Futur parent' },
  { value: 'TRAINEE', label: 'Stagiaire' },
  { value: 'OTHER', label: 'Autre (garde d’enfants sans fiche, proche…)' },
];

export default function Participants() {
  const { head } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? [];
  const of = (field: string) => errorsAbout(errors, field);
  return (
    <>
      <DeskHeader head={head} title="Ajouter une personne" />
      <Form method="post" noValidate className="panel mt-5 grid w-full max-w-2xl gap-5">
        <ErrorSummary errors={summaryOf(errors)} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field id="prenom" label="Prénom" errors={of('prenom')}>
            {(control) => <input {...control} name="prenom" defaultValue={refused?.typed.prenom} autoComplete="off" />}
          </Field>
          <Field id="nom" label="Nom" errors={of('nom')}>
            {(control) => <input {...control} name="nom" defaultValue={refused?.typed.nom} autoComplete="off" />}
          </Field>
        </div>
        <Field id="telephone" label="Téléphone" errors={of('telephone')} optional>
          {(control) => (
            <input
              {...control}
              type="tel"
              name="telephone"
              defaultValue={refused?.typed.telephone}
              autoComplete="off"
            />
          )}
        </Field>
        <Fieldset id="qualite" legend="Qui est-ce ?" errors={of('qualite')}>
          {KINDS.map(({ value, label }) => (
            <CheckboxCard
              key={value}
              type="radio"
              name="qualite"
              value={value}
              label={label}
              defaultChecked={refused?.typed.qualite === value}
            />
          ))}
        </Fieldset>
        <div className="flex flex-wrap gap-3">
          <Button>Continuer : les enfants</Button>
          <LinkButton to={`/animation/seances/${head.sessionId}/inscriptions`} variant="quiet">
            Revenir à la recherche
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
