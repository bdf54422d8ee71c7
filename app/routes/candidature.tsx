import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { applyToCohort } from '#app/enrollment/applyToCohort.server.ts';
import { cohortCall, type CohortCall } from '#app/enrollment/cohort-call.server.ts';
import { membershipMessage } from '#app/enrollment/membership-answers.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Poser ma candidature · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const call = actor.professionalId === null ? null : await cohortCall(actor, requireId(params), context.now());
  if (!call) throw new Response(null, { status: 404 });
  return { call };
}

/** Asks for a place in the whole cycle; twice is once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = await applyToCohort(actor, { activityId: requireId(params) }, context.now());
  if (!outcome.ok) {
    if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
    return data({ errors: [{ id: 'candidature', message: membershipMessage(outcome.refusal) }] }, { status: 409 });
  }
  const text = outcome.again ? 'Votre candidature était déjà posée.' : 'Votre candidature est posée.';
  return saidAt('/mon-espace/groupes', { severity: 'success', text }, context);
}

export default function Candidature() {
  const { call } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { activityId, title, relais, rules, refusal, mine } = call;
  return (
    <>
      <PageHeader
        above={<Link to={`/activites/${activityId}`}>{title}</Link>}
        title="Poser ma candidature"
        lead={`${relais} compose le groupe et vous répond par un message.`}
      />
      <div className="grid w-full max-w-xl gap-5 pt-5">
        <ErrorSummary errors={refused?.errors ?? []} />
        <section className="panel prose" aria-labelledby="regles">
          <h2 id="regles" className="mt-0!">
            À quoi vous vous engagez
          </h2>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <p>
            Une seule réponse vaut pour toutes les dates. Votre nom n’est lu que par la personne qui compose le groupe
            et par celle qui l’anime.
          </p>
        </section>
        {refusal !== null && <Notice severity="warn" title={refusal} />}
        {mine !== null && <Notice title={STANDING[mine]} />}
        {refusal === null && mine === null && (
          <Form method="post" id="candidature">
            <Button wide>Poser ma candidature</Button>
          </Form>
        )}
        <LinkButton to={mine === null ? `/activites/${activityId}` : '/mon-espace/groupes'} variant="quiet">
          {mine === null ? 'Ne rien changer' : 'Voir mes groupes'}
        </LinkButton>
      </div>
    </>
  );
}

const STANDING: Readonly<Record<NonNullable<CohortCall['mine']>, string>> = {
  APPLIED: 'Votre candidature attend la réponse du relais.',
  WAITING: 'Vous êtes sur la liste d’attente de ce groupe.',
  MEMBER: 'Vous êtes dans ce groupe.',
};
