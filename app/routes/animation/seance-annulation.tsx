import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { cancelAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { readCancellation } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { whomCancellingTells } from '#app/enrollment/message-recipients.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { ToCall } from './to-call.tsx';
import { toDesk } from './to-desk.ts';
import { errorsAbout, summaryOf } from './refusals.ts';

export const meta: MetaFunction = () => [{ title: 'Annuler la séance · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await whomCancellingTells(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Cancels: everyone is told, calendars follow; twice is harmless. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const read = readCancellation(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const { motif, portee: scope } = read.form;
  const deed = await cancelAtDesk(actor, { sessionId: requireId(params), motif, scope }, context.now());
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused'
    ? data({ typed, errors: [answer] }, { status: 409 })
    : toDesk(context, sessionId, answer);
}

export default function Annulation() {
  const { head, total, toCall, series } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (head.state !== 'PUBLISHED') {
    return (
      <>
        <DeskHeader head={head} title="Annuler la séance" />
        <div className="mt-5 max-w-2xl">
          <Notice
            title={
              head.state === 'CANCELLED'
                ? 'La séance est déjà annulée.'
                : 'Un brouillon ne s’annule pas : personne ne le voit.'
            }
          />
        </div>
      </>
    );
  }
  return (
    <>
      <DeskHeader head={head} title="Annuler la séance ?" />
      <Form method="post" noValidate className="panel mt-5 grid w-full max-w-2xl gap-5">
        <ErrorSummary errors={summaryOf(refused?.errors)} />
        <Notice severity="warn" title={total}>
          <p>Un e-mail part à chacune, et les agendas suivent. C’est définitif.</p>
        </Notice>
        <ToCall people={toCall} title="À appeler : elles n’ont pas d’e-mail" />
        <Field
          id="motif"
          label="Pourquoi"
          hint="Une phrase, lue par celles qui étaient inscrites."
          errors={errorsAbout(refused?.errors, 'motif')}
        >
          {(control) => <textarea {...control} name="motif" rows={2} defaultValue={refused?.typed.motif} />}
        </Field>
        {series && <Scopes chosen={refused?.typed.portee ?? 'ONE'} errors={errorsAbout(refused?.errors, 'portee')} />}
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">Annuler la séance</Button>
          <LinkButton to={`/animation/seances/${head.sessionId}`} variant="quiet">
            Ne rien changer
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

const SCOPES = [
  { value: 'ONE', label: 'Cette date seulement' },
  { value: 'FOLLOWING', label: 'Cette date et les suivantes de la série' },
  { value: 'ALL', label: 'Toutes les dates à venir de la série' },
];

function Scopes({ chosen, errors }: { chosen: string; errors: string[] }) {
  return (
    <Fieldset id="portee" legend="Quelles dates ?" errors={errors}>
      {SCOPES.map(({ value, label }) => (
        <CheckboxCard
          key={value}
          type="radio"
          name="portee"
          value={value}
          label={label}
          defaultChecked={chosen === value}
        />
      ))}
    </Fieldset>
  );
}
