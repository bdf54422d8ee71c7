import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { activityMessage } from '#app/catalog/activity-messages.ts';
import { removeDraftActivity } from '#app/catalog/removeDraftActivity.server.ts';
import { teamActivity } from '#app/catalog/team-activity.server.ts';
import { plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt } from './form-answer.ts';

export const meta: MetaFunction = () => [{ title: 'Supprimer un brouillon · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const activity = await teamActivity(requireStaff(context, request), requireId(params), context.now());
  if (!activity?.plans) throw new Response(null, { status: 404 });
  return { id: activity.id, title: activity.title, dates: activity.dates.length };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const outcome = await removeDraftActivity(actor, { activityId: requireId(params) }, context.now());
  if (outcome.ok) throw doneAt('/animation/activites', 'Le brouillon est supprimé.', context);
  if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return data({ message: activityMessage(outcome.refusal) }, { status: 409 });
}

export default function ActiviteSuppression() {
  const { id, title, dates } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={`Supprimer le brouillon : ${title}`} />
      <Form method="post" className="panel grid w-full max-w-xl gap-4">
        {refused && (
          <Notice severity="error" role="alert">
            <p>{refused.message}</p>
          </Notice>
        )}
        <p>
          {dates === 0
            ? 'L’activité n’a pas de date.'
            : `L’activité et ${plural(dates, 'sa date', 'ses dates')} seront effacées, leurs lieux et horaires libérés.`}{' '}
          Personne n’en a été informé : rien n’est à prévenir.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">Supprimer</Button>
          <LinkButton to={`/animation/activites/${id}`} variant="quiet">
            Garder
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
