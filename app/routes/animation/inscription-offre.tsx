import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { offerAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { deskEnrollment } from '#app/enrollment/desk-enrollment.server.ts';
import { readReason } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { toDesk } from './to-desk.ts';
import { errorsAbout, summaryOf } from './refusals.ts';

export const meta: MetaFunction = () => [{ title: 'Appeler pour une place · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await deskEnrollment(requireStaff(context, request), requireId(params), 'enroll', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** She says yes on the telephone: she is enrolled. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const enrollmentId = requireId(params);
  const read = readReason(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const deed = await offerAtDesk(actor, { ...read.form, enrollmentId }, context.now());
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused'
    ? data({ typed, errors: [answer] }, { status: 409 })
    : toDesk(context, sessionId, answer);
}

export default function Offre() {
  const { head, id, name, party, phone, reasons, beyond, state } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const open = state === 'WAITING' || state === 'OFFERED';
  return (
    <>
      <DeskHeader head={head} title={`Appeler ${name}`} />
      <div className="panel mt-5 grid w-full max-w-2xl gap-5">
        <ErrorSummary errors={summaryOf(refused?.errors)} />
        <div>
          <p>
            {name}, {party}.
          </p>
          <ContactLinks phone={phone} email={null} />
          {phone === null && <p className="text-soft">Aucun numéro connu.</p>}
        </div>
        {open ? (
          <Form method="post" className="grid gap-5" noValidate>
            {beyond && (
              <>
                <Notice severity="warn" title="Au-delà de l’agrément">
                  {reasons.map((reason) => (
                    <p key={reason}>{reason}</p>
                  ))}
                </Notice>
                <Field
                  id="motif"
                  label="Motif"
                  hint="Pourquoi vous l’acceptez quand même."
                  errors={errorsAbout(refused?.errors, 'motif')}
                >
                  {(control) => <textarea {...control} name="motif" rows={2} defaultValue={refused?.typed.motif} />}
                </Field>
              </>
            )}
            <Button wide>Elle accepte : l’inscrire</Button>
            <div className="flex flex-wrap gap-3">
              <LinkButton to={`/animation/seances/${head.sessionId}`} variant="quiet">
                Pas de réponse
              </LinkButton>
              <LinkButton to={`/animation/inscriptions/${id}/desistement`} variant="danger">
                Elle ne veut plus de place
              </LinkButton>
            </div>
          </Form>
        ) : (
          <Notice title={state === 'CONFIRMED' ? 'Elle est inscrite.' : 'Elle n’attend plus.'} />
        )}
      </div>
    </>
  );
}
