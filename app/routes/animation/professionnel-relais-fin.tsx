import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { endMembership } from '#app/enrollment/endMembership.server.ts';
import { professionalPage } from '#app/enrollment/professional-page.server.ts';
import { readUpcoming } from '#app/enrollment/upcoming-answer.ts';
import { leavingForm } from '#app/people/professional.schema.server.ts';
import { plural } from '#app/time/french.ts';
import { FileForm } from './file-form.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { TextField } from './form-fields.tsx';
import { UpcomingChoice } from './upcoming-choice.tsx';

export const meta: MetaFunction = () => [{ title: 'Fin du suivi · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await professionalPage(requireStaff(context, request), requireId(params), context.now());
  const tie = page?.file.ties.find(({ relaisId, endable }) => relaisId === params.relaisId && endable);
  if (!page || !tie) throw new Response(null, { status: 404 });
  const upcoming = page.upcoming.filter(({ relaisId }) => relaisId === tie.relaisId);
  return { file: page.file, tie, upcoming };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const relaisId = requireId({ id: params.relaisId });
  const typed = typedIn(await readForm(request), ['dernier', 'avenir']);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  const parsed = leavingForm.safeParse(typed);
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const input = { personId, relaisId, until: parsed.data.dernier, upcoming: readUpcoming(typed.avenir ?? '') };
  const outcome = await endMembership(actor, input, context.now());
  if (!outcome.ok) {
    const { depuis: dernier, ...others } = errorsOf(outcome.refusal);
    return refused(dernier === undefined ? others : { dernier }, 409);
  }
  const gone =
    outcome.withdrawn > 0 ? ` ${plural(outcome.withdrawn, 'inscription retirée', 'inscriptions retirées')}.` : '';
  throw doneAt('/animation/professionnels', `La fin du suivi est notée.${gone}`, context);
}

export default function ProfessionnelRelaisFin() {
  const { file, tie, upcoming } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <FileForm
      back={{ to: `/animation/professionnels/${file.personId}`, label: file.name }}
      title="Fin du suivi"
      lead={`${file.firstName} ne sera plus suivie par ${tie.name} après cette date. Sa fiche reste à ses autres relais, sinon à celui-ci.`}
      submit="Enregistrer"
      refused={refused}
    >
      <TextField name="dernier" label="Dernier jour" type="date" required value={file.today} refused={refused} />
      <UpcomingChoice
        upcoming={upcoming}
        legend="Que deviennent ses inscriptions ici, après ce jour ?"
        refused={refused}
      />
    </FileForm>
  );
}
