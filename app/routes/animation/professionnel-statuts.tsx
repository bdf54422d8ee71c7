import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { changeSituation } from '#app/enrollment/changeSituation.server.ts';
import { professionalPage } from '#app/enrollment/professional-page.server.ts';
import { readUpcoming } from '#app/enrollment/upcoming-answer.ts';
import { statusForm } from '#app/people/professional.schema.server.ts';
import { statusWords, WORK_STATUSES } from '#app/people/professional-words.ts';
import { capital, plural } from '#app/time/french.ts';
import { FileForm } from './file-form.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { SelectField, TextField } from './form-fields.tsx';
import { UpcomingChoice } from './upcoming-choice.tsx';

export const meta: MetaFunction = () => [{ title: 'Changer de situation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await professionalPage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { file: page.file, upcoming: page.upcoming };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const typed = typedIn(await readForm(request), ['statut', 'depuis', 'avenir']);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  const parsed = statusForm.safeParse(typed);
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const { statut: status, depuis: from } = parsed.data;
  const upcoming = readUpcoming(typed.avenir ?? '');
  const outcome = await changeSituation(actor, { personId, status, from, upcoming }, context.now());
  if (!outcome.ok) return refused(errorsOf(outcome.refusal), 409);
  const gone =
    outcome.withdrawn > 0 ? ` ${plural(outcome.withdrawn, 'inscription retirée', 'inscriptions retirées')}.` : '';
  throw doneAt(`/animation/professionnels/${personId}`, `La situation est notée.${gone}`, context);
}

const OPTIONS = WORK_STATUSES.map((status) => ({ value: status, label: capital(statusWords(status)) }));

export default function ProfessionnelStatuts() {
  const { file, upcoming } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <FileForm
      back={{ to: `/animation/professionnels/${file.personId}`, label: file.name }}
      title="Changer de situation"
      lead={`Aujourd’hui : ${file.status?.words.toLowerCase() ?? 'non indiquée'}.`}
      submit="Enregistrer"
      refused={refused}
    >
      <SelectField
        name="statut"
        label="Situation"
        options={OPTIONS}
        value={file.status?.code ?? null}
        refused={refused}
      />
      <TextField name="depuis" label="À partir du" type="date" required value={file.today} refused={refused} />
      <UpcomingChoice
        upcoming={upcoming}
        legend="Si elle s’arrête ou fait une pause, que deviennent ses inscriptions après cette date ?"
        refused={refused}
      />
    </FileForm>
  );
}
