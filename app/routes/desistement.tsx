import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { BackToSession } from '#app/enrollment/back-to-session.tsx';
import { stepDown } from '#app/enrollment/stepDown.server.ts';
import { withdrawalPage } from '#app/enrollment/withdrawals.server.ts';
import { capital } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Me désister · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await withdrawalPage(requireActor(context, request), params.id ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Withdraws; twice is harmless. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const page = await withdrawalPage(actor, params.id ?? '', context.now());
  const answer = page && (await stepDown(actor, page.enrollmentId, context.now()));
  if (!answer) throw new Response(null, { status: 404 });
  if (answer.kind === 'refused') return data({ errors: [answer] }, { status: 409 });
  return saidAt(`/seances/${page.sessionId}`, answer, context);
}

export default function Desistement() {
  const { page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { sessionId, title, state, started, late, words } = page;
  const open = state !== null && !started;
  return (
    <>
      <PageHeader
        above={<BackToSession id={sessionId} />}
        title={state === 'WAITING' ? 'Quitter la liste d’attente ?' : 'Me désister ?'}
        lead={
          <>
            <b className="text-ink">{title}</b>
            <br />
            <Moment words={capital(page.when)} />
          </>
        }
      />
      <div className="grid w-full max-w-xl gap-5 pt-5">
        <ErrorSummary errors={refused?.errors ?? []} />
        <Notice severity={late && open ? 'warn' : 'info'} title={`${words}.`}>
          <p>{sentenceOf(page)}</p>
        </Notice>
        {open && (
          <Form method="post" className="grid gap-3">
            <Button wide variant="danger">
              {state === 'WAITING' ? 'Quitter la liste d’attente' : 'Me désister'}
            </Button>
            <LinkButton to={`/seances/${sessionId}`} variant="quiet">
              {state === 'CONFIRMED' ? 'Garder ma place' : 'Ne rien changer'}
            </LinkButton>
          </Form>
        )}
      </div>
    </>
  );
}

function sentenceOf({ state, started, late }: { state: string | null; started: boolean; late: boolean }): string {
  if (state === null) return 'Vous n’avez plus rien à faire.';
  if (started) return 'La séance a commencé : prévenez le relais par téléphone.';
  if (state === 'WAITING') return 'Vous perdrez votre rang. Revenir, c’est repasser à la fin de la liste.';
  return late
    ? 'Les inscriptions sont closes : votre désistement sera noté comme tardif, mais prévenir reste utile.'
    : 'Votre place sera aussitôt proposée à qui attend.';
}
