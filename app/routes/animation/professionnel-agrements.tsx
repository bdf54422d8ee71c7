import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { agrementLength } from '#app/people/agrement-length.server.ts';
import { addAgrement } from '#app/people/addAgrement.server.ts';
import { professionalFile } from '#app/people/professional-file.server.ts';
import { agrementForm } from '#app/people/professional.schema.server.ts';
import { FileForm } from './file-form.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Noter un agrément · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const file = await professionalFile(actor, requireId(params), context.now());
  if (!file) throw new Response(null, { status: 404 });
  return { file, length: await agrementLength(actor, context.now()) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const typed = typedIn(await readForm(request), ['enfants', 'moins3', 'restrictions', 'debut', 'fin']);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  const parsed = agrementForm.safeParse(typed);
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const { enfants: children, moins3: underThree, restrictions, debut: validFrom, fin: validUntil } = parsed.data;
  const input = { personId, children, underThree, restrictions, validFrom, validUntil };
  const outcome = await addAgrement(actor, input, context.now());
  if (!outcome.ok) {
    const { depuis: fin, ...others } = errorsOf(outcome.refusal);
    return refused(fin === undefined ? others : { fin }, 409);
  }
  throw doneAt(`/animation/professionnels/${personId}`, 'L’agrément est noté.', context);
}

export default function ProfessionnelAgrements() {
  const { file, length } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [latest] = file.agrements;
  return (
    <FileForm
      back={{ to: `/animation/professionnels/${file.personId}`, label: file.name }}
      title="Noter un agrément"
      lead={latest ? `Le dernier : ${latest.words}, ${latest.validity}. Il reste dans la fiche.` : undefined}
      submit="Enregistrer l’agrément"
      refused={refused}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="enfants"
          label="Enfants à la fois"
          type="number"
          inputMode="numeric"
          min={1}
          max={9}
          required
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
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="debut" label="Valable à partir du" type="date" required refused={refused} />
        <TextField name="fin" label="Jusqu’au" hint={length} type="date" optional refused={refused} />
      </div>
      <TextField
        name="restrictions"
        label="Restrictions"
        hint="Horaires, âges… Rien sur la santé."
        optional
        maxLength={300}
        refused={refused}
      />
    </FileForm>
  );
}
