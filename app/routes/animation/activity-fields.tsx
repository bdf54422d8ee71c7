import { Field } from '#app/ui/field.tsx';
import { type Refused, TextField } from './form-fields.tsx';

/** What the fields hold at first. */
export type ActivityValues = {
  title: string;
  description: string;
  audience: string;
  bring: string;
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  maxAdults: number | null;
  maxChildren: number | null;
};

const years = (age: number | null) => (age === null || age < 12 ? '' : String(Math.floor(age / 12)));
const months = (age: number | null) => (age === null || age % 12 === 0 ? '' : String(age % 12));
const count = (n: number | null) => (n === null ? '' : String(n));

/** Everything an activity says of itself. */
export function ActivityFields({ values, refused }: { values: ActivityValues; refused: Refused | undefined }) {
  return (
    <>
      <TextField name="titre" label="Titre" refused={refused} value={values.title} maxLength={120} required />
      <LongField name="description" label="Description" refused={refused} value={values.description} rows={4}>
        Ce qu’on y fait, pour qui cela est pensé. Montré dans le catalogue.
      </LongField>
      <TextField name="public" label="Pour qui" optional refused={refused} value={values.audience} maxLength={300} />
      <LongField name="apporter" label="À prévoir" refused={refused} value={values.bring} rows={2}>
        Chaussons, tapis, pique-nique…
      </LongField>
      <fieldset className="grid gap-3">
        <legend className="field-legend mb-2">Âge des enfants (facultatif)</legend>
        <div className="flex flex-wrap gap-x-8 gap-y-3">
          <Age name="ageMin" legend="De" age={values.ageMinMonths} refused={refused} />
          <Age name="ageMax" legend="Jusqu’à, compris" age={values.ageMaxMonths} refused={refused} />
        </div>
        <p className="hint">
          3 ans et 11 mois, compris, se dit « moins de 4 ans ». « 18 mois à 3 ans » ne prend pas la tranche qui commence
          à 3 ans.
        </p>
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="field-legend mb-2">Places de chaque séance (facultatif)</legend>
        <div className="flex flex-wrap gap-x-8 gap-y-3">
          <Small name="adultes" label="Adultes" refused={refused} value={count(values.maxAdults)} />
          <Small name="enfants" label="Enfants" refused={refused} value={count(values.maxChildren)} />
        </div>
        <p className="hint">Sans nombre, il n’y a pas de plafond. Chaque date peut avoir le sien.</p>
      </fieldset>
    </>
  );
}

type AgeProps = { name: string; legend: string; age: number | null; refused: Refused | undefined };

function Age({ name, legend, age, refused }: AgeProps) {
  return (
    <fieldset className="flex flex-wrap items-end gap-3">
      <legend className="mb-1">{legend}</legend>
      <Small name={`${name}Ans`} label="ans" refused={refused} value={years(age)} />
      <Small name={`${name}Mois`} label="mois" refused={refused} value={months(age)} />
    </fieldset>
  );
}

type SmallProps = { name: string; label: string; refused: Refused | undefined; value: string };

function Small({ name, label, refused, value }: SmallProps) {
  return (
    <div className="w-24">
      <TextField name={name} label={label} refused={refused} value={value} inputMode="numeric" maxLength={3} />
    </div>
  );
}

type LongProps = {
  name: string;
  label: string;
  refused: Refused | undefined;
  value: string;
  rows: number;
  children: string;
};

function LongField({ name, label, refused, value, rows, children }: LongProps) {
  const error = refused?.errors[name];
  return (
    <Field id={name} label={label} optional hint={children} errors={error === undefined ? [] : [error]}>
      {(control) => (
        <textarea {...control} name={name} rows={rows} maxLength={4000} defaultValue={refused?.typed[name] ?? value} />
      )}
    </Field>
  );
}
