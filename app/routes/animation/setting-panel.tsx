import { Form } from '@remix-run/react';
import type { SettingShown, ValueShown } from '#app/people/settings-page.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import type { Refused } from './form-fields.tsx';

interface SettingPanelProps {
  setting: SettingShown;
  changes: boolean;
  earliest: string;
  refused: Refused | undefined;
}

/** One dated setting: its value today, what it does, its former and coming values, and the form that adds one. */
export function SettingPanel({ setting, changes, earliest, refused }: SettingPanelProps) {
  const { key, label, unit, does, source, today, values } = setting;
  return (
    <section id={key} className="panel grid gap-3" aria-labelledby={`${key}-titre`}>
      <h3 id={`${key}-titre`}>{label}</h3>
      <p>
        <b className="text-2xl">{today ?? '–'}</b> {unit}
        <span className="text-soft"> aujourd’hui</span>
      </p>
      <p>{does}</p>
      <p className="text-soft">Source : {source}.</p>
      {(values.length > 1 || values.some(({ own }) => own)) && (
        <ul className="grid gap-1">
          {values.map((value) => (
            <Value key={value.from} setting={setting} value={value} changes={changes} />
          ))}
        </ul>
      )}
      {changes && <NewValue setting={setting} earliest={earliest} refused={refused} />}
    </section>
  );
}

const STATES = { PAST: 'passée', NOW: 'en vigueur', COMING: 'à venir' } as const;

function Value({
  setting: { key, unit, label },
  value: { from, since, value, own, state },
  changes,
}: {
  setting: SettingShown;
  value: ValueShown;
  changes: boolean;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span className="min-w-0 flex-1 basis-48">
        <b>{value}</b> {unit} {since} <span className="text-soft">({STATES[state]})</span>
      </span>
      {changes && own && state === 'COMING' && (
        <Form method="post" action="/animation/reglages/retrait">
          <input type="hidden" name="reglage" value={key} />
          <input type="hidden" name="des" value={from} />
          <Button variant="danger">
            Retirer
            <span className="sr-only">
              {' '}
              : {label}, {since}
            </span>
          </Button>
        </Form>
      )}
    </li>
  );
}

function NewValue({
  setting: { key, label, unit },
  earliest,
  refused,
}: Pick<SettingPanelProps, 'setting' | 'earliest' | 'refused'>) {
  const errors = refused?.errors ?? {};
  const at = (name: string) => `${key}-${name}`.replaceAll('.', '-');
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <details className="fold" open={refused !== undefined}>
      <summary>
        Changer<span className="sr-only"> : {label}</span>
      </summary>
      <Form method="post" className="grid gap-4 pt-2" noValidate>
        <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ id: at(name), message }))} />
        <input type="hidden" name="reglage" value={key} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field id={at('des')} label="À partir du" errors={of('des')}>
            {(control) => (
              <input {...control} type="date" name="des" min={earliest} defaultValue={refused?.typed.des} required />
            )}
          </Field>
          <Field id={at('valeur')} label={`Valeur, en ${unit}`} errors={of('valeur')}>
            {(control) => (
              <input {...control} name="valeur" inputMode="decimal" defaultValue={refused?.typed.valeur} required />
            )}
          </Field>
        </div>
        <div>
          <Button variant="quiet">Enregistrer</Button>
        </div>
      </Form>
    </details>
  );
}
