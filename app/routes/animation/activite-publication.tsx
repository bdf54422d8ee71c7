import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { idsOf, readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { drafts } from '#app/catalog/drafts.server.ts';
import { publishDrafts } from '#app/catalog/publishDrafts.server.ts';
import { publishedInWords } from '#app/catalog/publication-words.ts';
import { teamActivity } from '#app/catalog/team-activity.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { DraftChoice } from './draft-choice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Publier : ${page?.title ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const id = requireId(params);
  const activity = await teamActivity(actor, id, context.now());
  if (!activity?.plans) throw new Response(null, { status: 404 });
  const [waiting] = await drafts(actor, { activityId: id }, context.now());
  return { id, title: activity.title, waiting: waiting ?? null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const activityId = requireId(params);
  const now = context.now();
  if (!(await teamActivity(actor, activityId, now))?.plans) throw new Response(null, { status: 404 });
  const known = await drafts(actor, { activityId }, now);
  const sessionIds = idsOf(await readForm(request), 'seance');
  if (sessionIds.length === 0) return data({ error: 'Cochez au moins une date.' }, { status: 400 });
  const done = await publishDrafts(actor, { sessionIds }, now);
  throw saidAt(`/animation/activites/${activityId}`, publishedInWords(done, known), context);
}

export default function ActivitePublication() {
  const { id, title, waiting } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`Publier : ${title}`}
        lead="Les dates cochées paraissent aussitôt au catalogue et dans les agendas. Les inscriptions suivent leurs règles."
      />
      {waiting === null ? (
        <Empty sentence="Toutes les dates sont publiées.">
          <LinkButton to={`/animation/activites/${id}`}>Retour à l’activité</LinkButton>
        </Empty>
      ) : (
        <Form method="post" className="grid gap-4 pt-4">
          <ErrorSummary errors={refused ? [{ message: refused.error }] : []} />
          <DraftChoice activity={waiting} several={false} />
          <div className="flex flex-wrap gap-3">
            <Button>Publier les dates cochées</Button>
            <LinkButton to={`/animation/activites/${id}`} variant="quiet">
              Retour
            </LinkButton>
          </div>
        </Form>
      )}
    </>
  );
}
