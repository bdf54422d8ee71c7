import type { ReactNode } from 'react';
import { OctagonAlert } from '#app/ui/icons.tsx';

/** What the control inside a field must carry so that its label, hint and error are announced with it. */
export interface ControlProps {
  id: string;
  className: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FieldProps {
  /** The control's id; hint and error derive theirs from it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Sentences; none or an empty list means that the field is right. */
  errors?: readonly string[];
  /** Says "facultatif" after the label. */
  optional?: boolean;
  children: (control: ControlProps) => ReactNode;
}

/** The id of the hint that `Field` and `Fieldset` draw for a control. */
const hintId = (id: string): string => `${id}-aide`;
/** The id of the error that `Field` and `Fieldset` draw for a control. */
export const errorId = (id: string): string => `${id}-erreur`;

function describedBy(id: string, hint: boolean, error: boolean): string | undefined {
  const ids = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}

/** The error under a control: icon and sentence. */
export function FieldError({ id, errors = [] }: { id: string; errors?: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <p className="field-error" id={errorId(id)}>
      <OctagonAlert size={18} />
      <span>{errors.join(' ')}</span>
    </p>
  );
}

/** Label, hint, control and error, tied together. The control is drawn by `children` with the props given to it. */
export function Field({ id, label, hint, errors = [], optional = false, children }: FieldProps) {
  const invalid = errors.length > 0;
  const description = describedBy(id, hint !== undefined, invalid);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="hint"> (facultatif)</span>}
      </label>
      {hint !== undefined && (
        <div className="hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      {children({
        id,
        className: 'input',
        ...(description === undefined ? {} : { 'aria-describedby': description }),
        ...(invalid ? { 'aria-invalid': true } : {}),
      })}
      <FieldError id={id} errors={errors} />
    </div>
  );
}

interface FieldsetProps {
  /** Ties hint and error; an error summary links to it. */
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  children: ReactNode;
}

/** A group of controls under one legend (check cards, steppers, radios), with its hint and error. */
export function Fieldset({ id, legend, hint, errors = [], children }: FieldsetProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="grid gap-2"
      aria-describedby={describedBy(id, hint !== undefined, errors.length > 0)}
    >
      <legend className="field-legend mb-2">{legend}</legend>
      {hint !== undefined && (
        <div className="hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      <FieldError id={id} errors={errors} />
      {children}
    </fieldset>
  );
}
