import { Form } from '@remix-run/react';
import type { TypedMessage } from '#app/enrollment/desk.schema.server.ts';
import type { DeskHead } from '#app/enrollment/desk-head.ts';
import type { Audience, MessagePage } from '#app/enrollment/message-recipients.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { ToCall } from './to-call.tsx';
import { errorsAbout, summaryOf } from './refusals.ts';

interface MessageFormProps {
  head: DeskHead;
  people: MessagePage;
  typed?: TypedMessage | undefined;
  /** The form's own, so that a double click sends once. */
  formKey: string;
  errors: readonly { field: string | null; message: string }[];
}

const AUDIENCES: readonly { value: Audience; label: string }[] = [
  { value: 'ENROLLED', label: 'Celles qui ont une place' },
  { value: 'WAITING', label: 'Celles qui attendent' },
  { value: 'ALL', label: 'Toutes' },
];

/** To whom, subject, text; previewed before it is sent. */
export function MessageForm({ head, people, typed, formKey, errors }: MessageFormProps) {
  const of = (field: string) => errorsAbout(errors, field);
  const here = `/animation/seances/${head.sessionId}/message`;
  return (
    <Form method="post" action={`${here}/apercu`} noValidate className="panel mt-5 grid w-full max-w-2xl gap-5">
      <ErrorSummary errors={summaryOf(errors)} />
      <input type="hidden" name="cle" value={typed?.cle || formKey} />
      <Fieldset id="destinataires" legend="À qui ?" errors={of('destinataires')}>
        {AUDIENCES.filter(
          ({ value }) => value === 'ENROLLED' || people.WAITING.mailed + people.WAITING.toCall.length > 0,
        ).map(({ value, label }) => (
          <CheckboxCard
            key={value}
            type="radio"
            name="destinataires"
            value={value}
            label={label}
            note={plural(people[value].mailed, 'e-mail', 'e-mails')}
            defaultChecked={(typed?.destinataires || 'ENROLLED') === value}
          />
        ))}
      </Fieldset>
      <Field id="objet" label="Objet" errors={of('objet')}>
        {(control) => (
          <input {...control} name="objet" maxLength={120} defaultValue={typed?.objet} autoComplete="off" />
        )}
      </Field>
      <Field
        id="message"
        label="Message"
        hint="Signé de votre nom et de votre relais. Date, heure et lieu de la séance sont ajoutés."
        errors={of('message')}
      >
        {(control) => <textarea {...control} name="message" rows={8} defaultValue={typed?.message} />}
      </Field>
      <ToCall people={people.ALL.toCall} title="Sans e-mail : à appeler" />
      <div>
        <Button>Relire avant d’envoyer</Button>
      </div>
    </Form>
  );
}
