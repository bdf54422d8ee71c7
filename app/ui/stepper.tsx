import { useRef, useState } from 'react';
import { Minus, Plus } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';

interface StepperProps {
  id: string;
  name: string;
  label: string;
  /** Finishes "Un de moins : …" and "Un de plus : …"; the label when absent. */
  noun?: string;
  defaultValue?: number;
  min?: number;
  max?: number;
  /** The id of a hint or error. */
  describedBy?: string;
  invalid?: boolean;
  onChange?: (value: number) => void;
}

/** A small number with − and +. Without script it is a plain number input, posted under the same name. */
export function Stepper(props: StepperProps) {
  const { id, name, label, noun = label, defaultValue = 0, min = 0, max, describedBy, invalid, onChange } = props;
  const [value, setValue] = useState(defaultValue);
  const input = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const change = (next: number) => {
    const within = Math.max(min, Math.min(max ?? Number.MAX_SAFE_INTEGER, next));
    setValue(within);
    onChange?.(within);
  };
  return (
    <div className="stepper">
      <label htmlFor={id}>{label}</label>
      <div className="stepper-set">
        {hydrated && (
          <button
            type="button"
            className="stepper-button"
            aria-label={`Un de moins : ${noun}`}
            disabled={value <= min}
            onClick={() => change(value - 1)}
          >
            <Minus size={22} />
          </button>
        )}
        <input
          ref={input}
          className="stepper-input"
          type="number"
          inputMode="numeric"
          id={id}
          name={name}
          min={min}
          max={max}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid ? true : undefined}
          onFocus={() => input.current?.select()}
          onChange={(event) => change(Number.parseInt(event.target.value, 10) || min)}
        />
        {hydrated && (
          <button
            type="button"
            className="stepper-button"
            aria-label={`Un de plus : ${noun}`}
            disabled={max !== undefined && value >= max}
            onClick={() => change(value + 1)}
          >
            <Plus size={22} />
          </button>
        )}
      </div>
    </div>
  );
}
