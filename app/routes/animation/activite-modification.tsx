import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { ACTIVITY_FIELDS, readActivity } from '#app/catalog/activity.schema.server.ts';
import { activityMessage, activityRefusalField } from '#app/catalog/activity-messages.ts';
import { changeActivity } from '#app/catalog/changeActivity.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { teamActivity } from '#app/catalog/team-activity.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import type { Refused } from './form-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Modifier : ${page?.activity.title ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const activity = await teamActivity(requireStaff(context, request), requireId(params), context.now());
  if (!activity?.plans) throw new Response(null, { status: 404 });
  return { activity };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const activityId = requireId(params);
  const form = await readForm(request);
  const read = readActivity(form);
  const typed = typedIn(form, ACTIVITY_FIELDS);
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  if (!read.ok) return refused(errorsByField(read.issues), 400);
  const outcome = await changeActivity(actor, { ...read.facts, activityId }, context.now());
  if (outcome.ok) throw doneAt(`/animation/activites/${activityId}`, 'L’activité est à jour.', context);
  if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return refused({ [activityRefusalField(outcome.refusal)]: activityMessage(outcome.refusal) }, 409);
}

export default function ActiviteModification() {
  const { activity } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<KindMark kind={activity.kind} />}
        title={`Modifier : ${activity.title}`}
        lead="Les agendas suivent. Les places valent pour les prochaines dates ajoutées : celles qui existent gardent les leurs."
      />
      <Form method="post" className="panel grid w-full max-w-2xl gap-5" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <ActivityFields values={activity} refused={refused} />
        <div className="flex flex-wrap gap-3">
          <Button>Enregistrer</Button>
          <LinkButton to={`/animation/activites/${activity.id}`} variant="quiet">
            Annuler
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
