import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { withdrawAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { deskEnrollment } from '#app/enrollment/desk-enrollment.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { toDesk } from './to-desk.ts';

export const meta: MetaFunction = () => [{ title: 'Désister quelqu’un · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await deskEnrollment(requireStaff(context, request), requireId(params), 'enroll', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Withdraws someone; twice is harmless. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const byPhone = textOf(await readForm(request), 'prevenue') !== '';
  const deed = await withdrawAtDesk(actor, { enrollmentId: requireId(params), byPhone }, context.now());
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused' ? data({ errors: [answer] }, { status: 409 }) : toDesk(context, sessionId, answer);
}

export default function Desistement() {
  const { head, name, party, phone, mailed, live, late, state } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <DeskHeader head={head} title={`Désister ${name} ?`} />
      <div className="panel mt-5 grid w-full max-w-2xl gap-5">
        <ErrorSummary errors={refused?.errors ?? []} />
        <div>
          <p>
            {name}, {party}.
          </p>
          <ContactLinks phone={phone} email={null} />
        </div>
        {live ? (
          <Form method="post" className="grid gap-5">
            <Notice severity={late ? 'warn' : 'info'} title={late ? 'Désistement tardif' : 'Sa place sert aussitôt'}>
              <p>{consequence(state, late)}</p>
            </Notice>
            <CheckboxCard
              name="prevenue"
              value="oui"
              label="Prévenue par téléphone"
              note={mailed ? 'un e-mail part aussi' : 'elle n’a pas d’e-mail'}
              defaultChecked={!mailed}
            />
            <div className="flex flex-wrap gap-3">
              <Button variant="danger">Désister {name}</Button>
              <LinkButton to={`/animation/seances/${head.sessionId}`} variant="quiet">
                Ne rien changer
              </LinkButton>
            </div>
          </Form>
        ) : (
          <Notice title="Cette inscription a déjà pris fin." />
        )}
      </div>
    </>
  );
}

function consequence(state: string, late: boolean): string {
  if (state === 'WAITING') return 'Elle perd son rang dans la liste d’attente.';
  return late
    ? 'Les inscriptions sont closes : la place va à qui vous appelez.'
    : 'La place est proposée à la suivante de la liste d’attente.';
}
