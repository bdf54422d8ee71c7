import { createContext, useContext, type ReactNode } from 'react';
import { dayName } from '#app/time/french.ts';
import { errorId, FieldError } from '#app/ui/field.tsx';
import type { Fields } from './form-fields.ts';
import { WEEKDAYS } from './opening-fields.ts';

/** What the form holds when it is drawn, and what was refused. */
export const RulesContext = createContext<{ fields: Fields; errors: Readonly<Record<string, string>> }>({
  fields: new URLSearchParams(),
  errors: {},
});

function useControl(name: string) {
  const { fields, errors } = useContext(RulesContext);
  const error = errors[name];
  return {
    error: error === undefined ? [] : [error],
    value: fields.get(name) ?? '',
    props: {
      id: name,
      name,
      ...(error === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': errorId(name) }),
    },
  };
}

interface ChoiceProps {
  name: string;
  value: string;
  label: ReactNode;
  /** Inputs that belong to this choice; writing in one chooses it. */
  children?: ReactNode;
}

/** One way among several, with what it needs beside it. */
export function Choice({ name, value, label, children }: ChoiceProps) {
  const { fields } = useContext(RulesContext);
  return (
    <div className="choice" data-choice="">
      <label>
        <input type="radio" name={name} value={value} defaultChecked={(fields.get(name) ?? '') === value} />
        <span>{label}</span>
      </label>
      {children !== undefined && <div className="choice-fields">{children}</div>}
    </div>
  );
}

interface InputProps {
  name: string;
  /** Said to those who do not see what stands around it. */
  label: string;
  /** Words around the input: "[3] jours avant". */
  before?: string;
  after?: string;
}

/** A small whole number within a sentence. */
export function NumberInput({ name, label, before, after, max = 999 }: InputProps & { max?: number }) {
  const { props, value, error } = useControl(name);
  return (
    <Inline before={before} after={after} name={name} error={error}>
      <input
        {...props}
        className="input input--short"
        inputMode="numeric"
        aria-label={label}
        maxLength={String(max).length}
        defaultValue={value}
      />
    </Inline>
  );
}

/** An hour within a sentence. */
export function TimeInput({ name, label, before, after }: InputProps) {
  const { props, value, error } = useControl(name);
  return (
    <Inline before={before} after={after} name={name} error={error}>
      <input {...props} className="input input--time" type="time" aria-label={label} defaultValue={value} />
    </Inline>
  );
}

/** A date within a sentence. */
export function DateInput({ name, label, before, after }: InputProps) {
  const { props, value, error } = useControl(name);
  return (
    <Inline before={before} after={after} name={name} error={error}>
      <input {...props} className="input input--date" type="date" aria-label={label} defaultValue={value} />
    </Inline>
  );
}

interface PickProps extends InputProps {
  options: readonly { value: string | number; label: string }[];
}

/** A short list within a sentence. */
export function Pick({ name, label, before, after, options }: PickProps) {
  const { props, value, error } = useControl(name);
  return (
    <Inline before={before} after={after} name={name} error={error}>
      <select {...props} className="input input--pick" aria-label={label} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Inline>
  );
}

/** A weekday within a sentence; `none`: the words of no day. */
export function DayPick({ none, ...props }: InputProps & { none?: string }) {
  const days = WEEKDAYS.map((day) => ({ value: day, label: dayName(day) }));
  return <Pick {...props} options={none === undefined ? days : [{ value: '', label: none }, ...days]} />;
}

/** Boxes to tick of which several may be. */
export function Boxes({ name, options }: { name: string; options: readonly { value: string; label: string }[] }) {
  const { fields, errors } = useContext(RulesContext);
  const ticked = fields.getAll(name);
  return (
    <div id={name} tabIndex={-1} className="grid w-full gap-1">
      <div className="choice-boxes">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <FieldError id={name} errors={errors[name] === undefined ? [] : [errors[name]]} />
    </div>
  );
}

interface InlineProps {
  name: string;
  error: readonly string[];
  before: string | undefined;
  after: string | undefined;
  children: ReactNode;
}

function Inline({ name, error, before, after, children }: InlineProps) {
  return (
    <span className="inline-field">
      {before !== undefined && <span aria-hidden="true">{before}</span>}
      {children}
      {after !== undefined && <span aria-hidden="true">{after}</span>}
      <FieldError id={name} errors={error} />
    </span>
  );
}
