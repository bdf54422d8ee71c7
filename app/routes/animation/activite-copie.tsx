import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { activityMessage, activityRefusalField } from '#app/catalog/activity-messages.ts';
import { duplicateActivity } from '#app/catalog/duplicateActivity.server.ts';
import { teamActivity } from '#app/catalog/team-activity.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { type Refused, TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Reprendre une activité · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const activity = await teamActivity(requireStaff(context, request), requireId(params), context.now());
  if (!activity?.plans) throw new Response(null, { status: 404 });
  return { id: activity.id, title: activity.title };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const input = { activityId: requireId(params), title: textOf(form, 'titre') };
  const outcome = await duplicateActivity(actor, input, context.now());
  if (outcome.ok) throw doneAt(`/animation/activites/${outcome.activityId}/dates`, 'Le brouillon est prêt.', context);
  if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const errors = { [activityRefusalField(outcome.refusal)]: activityMessage(outcome.refusal) };
  return data({ errors, typed: typedIn(form, ['titre']) }, { status: 400 });
}

export default function ActiviteCopie() {
  const { id, title } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`Reprendre : ${title}`}
        lead="Une nouvelle activité, en brouillon, avec les mêmes textes, règles et relais invités. Vous choisirez ses dates."
      />
      <Form method="post" className="panel grid w-full max-w-xl gap-4" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <TextField name="titre" label="Titre" value={title} refused={refused} maxLength={120} required />
        <div className="flex flex-wrap gap-3">
          <Button>Reprendre, puis choisir les dates</Button>
          <LinkButton to={`/animation/activites/${id}`} variant="quiet">
            Annuler
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
