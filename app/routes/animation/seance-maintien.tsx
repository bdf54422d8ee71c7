import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { maintainAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { deskPage } from '#app/enrollment/desk-page.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { toDesk } from './to-desk.ts';

export const meta: MetaFunction = () => [{ title: 'Maintenir la séance · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const head = await deskPage(requireStaff(context, request), requireId(params), 'cancel', context.now());
  if (!head) throw new Response(null, { status: 404 });
  return { head };
}

/** Decides that the session is held; twice is harmless. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const deed = await maintainAtDesk(requireStaff(context, request), requireId(params), context.now());
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused' ? data({ errors: [answer] }, { status: 409 }) : toDesk(context, sessionId, answer);
}

export default function Maintien() {
  const { head } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <DeskHeader head={head} title="Maintenir la séance ?" />
      <Form method="post" className="panel mt-5 grid w-full max-w-2xl gap-5">
        <ErrorSummary errors={refused?.errors ?? []} />
        <p>
          La séance aura lieu, même avec moins de monde que le minimum. Personne n’est prévenu : rien ne change pour
          elles.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button>La séance aura lieu</Button>
          <LinkButton to={`/animation/seances/${head.sessionId}`} variant="quiet">
            Décider plus tard
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
