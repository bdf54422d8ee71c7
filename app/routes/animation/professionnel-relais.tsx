import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { changeMembership } from '#app/people/changeMembership.server.ts';
import { allRelais } from '#app/people/directory-choices.server.ts';
import { professionalFile } from '#app/people/professional-file.server.ts';
import { membershipForm } from '#app/people/professional.schema.server.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { FileForm } from './file-form.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { SelectField, TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Changer de relais · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const file = await professionalFile(actor, requireId(params), context.now());
  if (!file) throw new Response(null, { status: 404 });
  return { file, relais: await allRelais(actor) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const typed = typedIn(await readForm(request), ['relais', 'rattachement', 'depuis']);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  const parsed = membershipForm.safeParse(typed);
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const { relais: relaisId, rattachement, depuis: from } = parsed.data;
  const input = { personId, relaisId, home: rattachement === 'principal', from };
  const outcome = await changeMembership(actor, input, context.now());
  if (!outcome.ok) return refused(errorsOf(outcome.refusal), 409);
  throw doneAt('/animation/professionnels', 'Le changement de relais est noté.', context);
}

export default function ProfessionnelRelais() {
  const { file, relais } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const home = file.ties.find((tie) => tie.home && tie.is === 'current');
  const kind = refused?.typed.rattachement;
  const error = refused?.errors.rattachement;
  return (
    <FileForm
      back={{ to: `/animation/professionnels/${file.personId}`, label: file.name }}
      title="Changer de relais"
      lead="Sa fiche suit : l’équipe du nouveau relais la lit et la tient. Ses inscriptions ne changent pas."
      submit="Enregistrer"
      refused={refused}
    >
      <SelectField
        name="relais"
        label="Relais"
        none="Choisir"
        options={relais.map(({ id, name }) => ({ value: id, label: name }))}
        refused={refused}
      />
      <Fieldset id="rattachement" legend="Ce relais est" errors={error === undefined ? [] : [error]}>
        <CheckboxCard
          type="radio"
          name="rattachement"
          value="principal"
          label="Son nouveau relais de rattachement"
          {...(home && { note: `elle quitte ${home.name} la veille` })}
          defaultChecked={kind === 'principal'}
        />
        <CheckboxCard
          type="radio"
          name="rattachement"
          value="aussi"
          label="Un relais de plus"
          defaultChecked={kind === 'aussi'}
        />
      </Fieldset>
      <TextField name="depuis" label="À partir du" type="date" required value={file.today} refused={refused} />
    </FileForm>
  );
}
