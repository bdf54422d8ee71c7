import { type KeyboardEvent, useId, useState } from 'react';

import type { ControlProps } from '#app/ui/field.tsx';

export interface ComboOption {
  id: string;
  label: string;
  /** A second, quieter line. */
  detail?: string;
}

interface ComboboxProps {
  control: ControlProps;
  name: string;
  defaultValue?: string;
  options: readonly ComboOption[];
  placeholder?: string;
  /** Moves the focus there when it appears. */
  autoFocus?: boolean;
  /** At each key; without script the form that holds the field is sent instead. */
  onType: (typed: string) => void;
  onChoose: (id: string) => void;
}

/** A text field that proposes as one types: arrows and Enter choose, Escape closes. The list stands under the field. */
export function Combobox(props: ComboboxProps) {
  const { control, name, defaultValue = '', options, placeholder, onType, onChoose } = props;
  const list = `liste${useId().replaceAll(':', '')}`;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = open && options.length > 0;
  const current = Math.min(active, options.length - 1);
  const choose = (option: ComboOption | undefined) => {
    if (!option) return;
    setOpen(false);
    onChoose(option.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    if (!shown && event.key !== 'ArrowDown') return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(shown ? (current + step + options.length) % Math.max(1, options.length) : 0);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(options[current]);
    }
  };
  return (
    <div className="combobox">
      <input
        {...control}
        type="search"
        name={name}
        defaultValue={defaultValue}
        placeholder={placeholder}
        autoComplete="off"
        autoFocus={props.autoFocus}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown ? `${list}-${current}` : undefined}
        onChange={({ target }) => {
          setOpen(true);
          setActive(0);
          onType(target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <ul id={list} role="listbox" aria-label="Propositions" className="combobox-list" hidden={!shown}>
        {options.map((option, index) => (
          // Keys are the field's; the mouse is only another way. Not `click`: the field's blur comes before it.
          <li
            key={option.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === current}
            className="combobox-option"
            onMouseDown={(event) => {
              event.preventDefault();
              choose(option);
            }}
          >
            {option.label}
            {option.detail !== undefined && <small>{option.detail}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}
