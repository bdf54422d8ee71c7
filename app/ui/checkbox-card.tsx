import type { ComponentPropsWithoutRef, ReactNode } from 'react';

interface CheckboxCardProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'children'> {
  /** `radio` when one card of the group excludes the others. */
  type?: 'checkbox' | 'radio';
  label: ReactNode;
  /** A word at the end of the line: an age, a price, a reason why it is disabled. */
  note?: ReactNode;
}

/** A large line to tick: the whole card is the label. */
export function CheckboxCard({ type = 'checkbox', label, note, ...input }: CheckboxCardProps) {
  return (
    <label className="check-card">
      <input type={type} {...input} />
      <span>{label}</span>
      {note !== undefined && <small>{note}</small>}
    </label>
  );
}
