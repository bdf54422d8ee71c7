import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { changeProfessional } from '#app/people/changeProfessional.server.ts';
import { communeChoices } from '#app/people/directory-choices.server.ts';
import { professionalFile } from '#app/people/professional-file.server.ts';
import { identityForm } from '#app/people/professional.schema.server.ts';
import { FileForm } from './file-form.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { IDENTITY, IdentityFields } from './identity-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Modifier la fiche · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const file = await professionalFile(actor, requireId(params), context.now());
  if (!file) throw new Response(null, { status: 404 });
  return { file, communes: await communeChoices(actor) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const typed = typedIn(await readForm(request), IDENTITY);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  const parsed = identityForm.safeParse(typed);
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const { prenom: firstName, nom: lastName, email, telephone: phone, commune: communeId, metier: kind } = parsed.data;
  const input = { personId, firstName, lastName, email, phone, communeId, kind };
  const outcome = await changeProfessional(actor, input, context.now());
  if (!outcome.ok) return refused(errorsOf(outcome.refusal), 409);
  throw doneAt(`/animation/professionnels/${personId}`, 'La fiche est à jour.', context);
}

export default function ProfessionnelModification() {
  const { file, communes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = {
    ...{ prenom: file.firstName, nom: file.lastName, email: file.email, telephone: file.phone },
    ...{ commune: file.communeId, metier: file.kind },
  };
  return (
    <FileForm
      back={{ to: `/animation/professionnels/${file.personId}`, label: file.name }}
      title="Modifier la fiche"
      lead="Elle est prévenue par e-mail de ce qui change."
      submit="Enregistrer"
      refused={refused}
    >
      <IdentityFields communes={communes} values={values} refused={refused} />
    </FileForm>
  );
}
