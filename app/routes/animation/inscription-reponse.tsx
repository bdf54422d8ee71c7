import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { answerAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { deskEnrollment } from '#app/enrollment/desk-enrollment.server.ts';
import { readAnswer } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { Button } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { toDesk } from './to-desk.ts';
import { errorsAbout, summaryOf } from './refusals.ts';

export const meta: MetaFunction = () => [{ title: 'Répondre à une demande · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await deskEnrollment(requireStaff(context, request), requireId(params), 'answer', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Accepts or refuses; beyond the agrément only with a reason. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const enrollmentId = requireId(params);
  const read = readAnswer(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const deed = await answerAtDesk(actor, { ...read.form, enrollmentId }, context.now());
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused'
    ? data({ typed, errors: [answer] }, { status: 409 })
    : toDesk(context, sessionId, answer);
}

export default function Reponse() {
  const { head, name, party, phone, reasons, beyond, state } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <DeskHeader head={head} title={`La demande de ${name}`} />
      <div className="panel mt-5 grid w-full max-w-2xl gap-5">
        <ErrorSummary errors={summaryOf(refused?.errors)} />
        <div>
          <p>
            {name}, {party}.
          </p>
          <ContactLinks phone={phone} email={null} />
        </div>
        {state === 'REQUESTED' ? (
          <Form method="post" className="grid gap-5" noValidate>
            <Notice severity={beyond ? 'warn' : 'info'} title="Pourquoi une réponse est à donner">
              {reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </Notice>
            {!head.confidential && (
              <Field
                id="motif"
                label="Motif"
                hint={
                  beyond
                    ? 'Demandé pour accepter au-delà de l’agrément, gardé dans l’historique. En cas de refus, il lui est envoyé.'
                    : 'En cas de refus, il lui est envoyé.'
                }
                errors={errorsAbout(refused?.errors, 'motif')}
                optional={!beyond}
              >
                {(control) => <textarea {...control} name="motif" rows={3} defaultValue={refused?.typed.motif} />}
              </Field>
            )}
            <div className="flex flex-wrap gap-3">
              <Button name="reponse" value="accept">
                Accepter
              </Button>
              <Button name="reponse" value="refuse" variant="danger">
                Refuser
              </Button>
            </div>
          </Form>
        ) : (
          <Notice title="Cette demande a déjà sa réponse." />
        )}
      </div>
    </>
  );
}
