import { Form, useNavigation } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import type { TypedSchedule } from '#app/enrollment/schedule.schema.server.ts';
import type { SessionSchedule } from '#app/enrollment/session-schedule.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface Props {
  schedule: SessionSchedule;
  typed: TypedSchedule;
  errors: Readonly<Record<string, string>>;
  back: string;
}

/** Date, hours, place and team of a session; what clashes is told before saving, and saved only with a reason. */
export function ScheduleForm({ schedule, typed, errors, back }: Props) {
  const { date, from, until, objections, past, people } = schedule;
  const isSaving = useNavigation().state === 'submitting';
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  const mustExplain = errors.raison !== undefined || objections.length > 0 || typed.raison !== undefined;
  if (past) {
    return (
      <div className="grid w-full max-w-2xl gap-4 pt-6">
        <Notice title="Cette séance a commencé">
          <p>Son horaire ne change plus.</p>
        </Notice>
        <p>
          <LinkButton to={back} variant="quiet">
            Revenir
          </LinkButton>
        </p>
      </div>
    );
  }
  return (
    <Form method="post" className="panel mt-6 grid w-full max-w-2xl gap-5" noValidate replace>
      <ErrorSummary errors={summaryOf(errors)} />
      {objections.length > 0 && Object.keys(errors).length === 0 && (
        <Notice severity="warn" title="Cet horaire n’est pas libre" role="status">
          {objections.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {schedule.warning !== null && (
        <Notice severity="warn">
          <p>{schedule.warning}</p>
        </Notice>
      )}
      {schedule.state === 'PUBLISHED' && people > 0 && (
        <Notice>
          <p>
            {people === 1
              ? 'La personne inscrite ou en attente sera prévenue, et son agenda suivra.'
              : `Les ${people} personnes inscrites ou en attente seront prévenues, et leurs agendas suivront.`}
          </p>
        </Notice>
      )}
      <input type="hidden" name="retour" value={back} />
      <input type="hidden" name="equipe" value="1" />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field id="date" label="Date" errors={of('date')}>
          {(control) => <input {...control} type="date" name="date" defaultValue={typed.date ?? date} required />}
        </Field>
        <Field id="de" label="De" errors={of('de')}>
          {(control) => <input {...control} type="time" name="de" defaultValue={typed.de ?? from} required />}
        </Field>
        <Field id="a" label="À" errors={of('a')}>
          {(control) => <input {...control} type="time" name="a" defaultValue={typed.a ?? until} required />}
        </Field>
      </div>
      <Field id="lieu" label="Lieu" errors={of('lieu')}>
        {(control) => (
          <select {...control} name="lieu" defaultValue={typed.lieu ?? schedule.siteId}>
            {schedule.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Fieldset id="equipe" legend="Qui anime" errors={of('equipe')}>
        <div className="grid gap-2 sm:grid-cols-2">
          {schedule.animators.map(({ id, name }) => (
            <CheckboxCard
              key={id}
              name="animatrice"
              value={id}
              label={name}
              defaultChecked={(typed.equipe ?? schedule.animatorIds).includes(id)}
            />
          ))}
        </div>
      </Fieldset>
      {mustExplain && (
        <Field
          id="raison"
          label="Passer outre : pour quelle raison ?"
          hint="La raison reste dans l’historique. Sans elle, rien n’est enregistré."
          errors={of('raison')}
        >
          {(control) => <textarea {...control} name="raison" rows={3} maxLength={500} defaultValue={typed.raison} />}
        </Field>
      )}
      <div className="flex flex-wrap gap-3">
        <Button disabled={isSaving}>{mustExplain ? 'Enregistrer en passant outre' : 'Enregistrer'}</Button>
        {!mustExplain && (
          <Button variant="quiet" formMethod="get">
            Vérifier sans enregistrer
          </Button>
        )}
        <LinkButton to={back} variant="quiet">
          Annuler
        </LinkButton>
      </div>
    </Form>
  );
}
