import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { newFileOf } from '#app/people/new-file.server.ts';
import { openFile } from '#app/people/openFile.server.ts';
import { communeChoices, relaisChoices } from '#app/people/directory-choices.server.ts';
import { newProfessionalForm } from '#app/people/professional.schema.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { DoublesWarning } from './doubles-warning.tsx';
import { FileForm } from './file-form.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { SelectField, TextField } from './form-fields.tsx';
import { IDENTITY, IdentityFields } from './identity-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Nouvelle fiche · Ribambelle' }];

const FIELDS = [...IDENTITY, 'relais', 'depuis', 'enfants', 'moins3', 'debut', 'fin'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  return {
    relais: await relaisChoices(actor, 'professional.write'),
    communes: await communeChoices(actor),
    today: await todayFor(actor, context.now()),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedIn(form, FIELDS);
  const refused = (errors: Record<string, string>, status: 400 | 409) =>
    data({ errors, typed, doubles: [] }, { status });
  const parsed = newProfessionalForm.safeParse(typed);
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const file = newFileOf(parsed.data);
  const outcome = await openFile(actor, { file, sure: textOf(form, 'autre') === '1' }, context.now());
  if (outcome.ok) throw doneAt(`/animation/professionnels/${outcome.personId}`, 'La fiche est créée.', context);
  const { refusal } = outcome;
  if (refusal.code !== 'LIKELY_DOUBLE') return refused(errorsOf(refusal), 409);
  return data({ errors: {}, typed, doubles: refusal.doubles }, { status: 409 });
}

export default function ProfessionnelNouveau() {
  const { relais, communes, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const first = relais.length === 1 ? (relais[0]?.id ?? null) : null;
  return (
    <FileForm
      back={{ to: '/animation/professionnels', label: 'Professionnel·les' }}
      title="Nouvelle fiche"
      lead="Avec un e-mail, elle peut se connecter tout de suite et en est prévenue. Sans e-mail, vous l’inscrivez par téléphone."
      submit="Créer la fiche"
      refused={refused}
    >
      <DoublesWarning doubles={refused?.doubles ?? []} />
      <IdentityFields communes={communes} refused={refused} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="relais"
          label="Relais de rattachement"
          {...(first === null && { none: 'Choisir' })}
          value={first}
          options={relais.map(({ id, name }) => ({ value: id, label: name }))}
          refused={refused}
        />
        <TextField name="depuis" label="Suivie depuis le" type="date" required value={today} refused={refused} />
      </div>
      <fieldset className="grid gap-4">
        <legend className="field-legend mb-2">Agrément, si vous le connaissez</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="enfants"
            label="Enfants à la fois"
            type="number"
            inputMode="numeric"
            min={1}
            max={9}
            optional
            refused={refused}
          />
          <TextField
            name="moins3"
            label="Dont moins de 3 ans"
            type="number"
            inputMode="numeric"
            min={0}
            max={9}
            optional
            refused={refused}
          />
          <TextField name="debut" label="Valable à partir du" type="date" optional refused={refused} />
          <TextField name="fin" label="Jusqu’au" type="date" optional refused={refused} />
        </div>
      </fieldset>
    </FileForm>
  );
}
