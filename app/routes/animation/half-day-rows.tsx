import type { TypedHalfDay } from '#app/training/half-days.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

interface HalfDayRowsProps {
  rows: readonly TypedHalfDay[];
  errors: Readonly<Record<string, string>>;
  /** The first day that can be chosen, ISO. */
  min: string;
}

/** One row a half-day: date, start, end, and whether children may come. */
export function HalfDayRows({ rows, errors, min }: HalfDayRowsProps) {
  const whole = errors['demi-journees'];
  return (
    <Fieldset
      id="demi-journees"
      legend="Demi-journées"
      hint="Un samedi entier : deux lignes, le matin et l’après-midi. Laissez vides celles qui ne servent pas."
      errors={whole === undefined ? [] : [whole]}
    >
      <ol className="panel grid gap-5">
        {rows.map((row, index) => (
          <li key={index}>
            <HalfDay row={row} index={index} error={errors[`date-${index}`]} min={min} />
          </li>
        ))}
      </ol>
    </Fieldset>
  );
}

interface HalfDayProps {
  row: TypedHalfDay;
  index: number;
  error: string | undefined;
  min: string;
}

function HalfDay({ row, index, error, min }: HalfDayProps) {
  const n = index + 1;
  return (
    <div
      className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] sm:items-start"
      role="group"
      aria-label={`Demi-journée ${n}`}
    >
      <Field id={`date-${index}`} label={`Date ${n}`} errors={error === undefined ? [] : [error]}>
        {(control) => <input {...control} type="date" name={`date-${index}`} min={min} defaultValue={row.date} />}
      </Field>
      <Field id={`debut-${index}`} label={`Début ${n}`}>
        {(control) => <input {...control} type="time" name={`debut-${index}`} defaultValue={row.from} />}
      </Field>
      <Field id={`fin-${index}`} label={`Fin ${n}`}>
        {(control) => <input {...control} type="time" name={`fin-${index}`} defaultValue={row.to} />}
      </Field>
      <div className="sm:col-span-3">
        <CheckboxCard
          name={`enfants-${index}`}
          value="oui"
          defaultChecked={row.children ?? false}
          label="Les enfants peuvent venir"
        />
      </div>
    </div>
  );
}
