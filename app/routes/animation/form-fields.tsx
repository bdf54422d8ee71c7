import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { Field } from '#app/ui/field.tsx';

/** What a form refused: sentences by field, and what was typed. */
export type Refused = { errors: Readonly<Record<string, string>>; typed: Readonly<Record<string, string>> };

interface Given {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Absent: the form is shown for the first time. */
  refused?: Refused | undefined;
  /** What the field holds at first. */
  value?: string | null;
}

const errorOf = (refused: Refused | undefined, name: string): string[] =>
  refused?.errors[name] === undefined ? [] : [refused.errors[name]];
const valueOf = ({ refused, name, value }: Given): string => refused?.typed[name] ?? value ?? '';

type InputProps = Given & Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'value' | 'id' | 'defaultValue'>;

/** An input with its label, its error, and what was typed before. */
export function TextField({ name, label, hint, optional, refused, value, ...input }: InputProps) {
  return (
    <Field id={name} label={label} hint={hint} optional={optional ?? false} errors={errorOf(refused, name)}>
      {(control) => (
        <input
          type="text"
          {...input}
          {...control}
          name={name}
          defaultValue={valueOf({ name, label, refused, value: value ?? null })}
        />
      )}
    </Field>
  );
}

interface SelectProps extends Given {
  options: readonly { value: string; label: string }[];
  /** The first line, which chooses nothing. */
  none?: string;
}

/** A list to choose from. */
export function SelectField({ name, label, hint, optional, refused, value, options, none }: SelectProps) {
  return (
    <Field id={name} label={label} hint={hint} optional={optional ?? false} errors={errorOf(refused, name)}>
      {(control) => (
        <select {...control} name={name} defaultValue={valueOf({ name, label, refused, value: value ?? null })}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
