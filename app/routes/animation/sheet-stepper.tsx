import { Minus, Plus } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';

interface SheetStepperProps {
  /** Also the field's name. */
  id: string;
  label: string;
  /** Finishes "Un de moins : …". */
  noun: string;
  value: number;
  disabled?: boolean;
  large?: boolean;
  onChange: (value: number) => void;
}

/** A count with large − and +, shown as the sheet has it; a plain number without script. */
export function SheetStepper({ id, label, noun, value, disabled = false, large = false, onChange }: SheetStepperProps) {
  const hydrated = useHydrated();
  const plain = !hydrated || disabled;
  return (
    <div className={large ? 'sheet-stepper sheet-stepper--large' : 'sheet-stepper'}>
      <label htmlFor={id}>{label}</label>
      <div>
        {!plain && (
          <button
            type="button"
            aria-label={`Un de moins : ${noun}`}
            disabled={value === 0}
            onClick={() => onChange(value - 1)}
          >
            <Minus size={24} />
          </button>
        )}
        <input
          id={id}
          name={id}
          type="number"
          inputMode="numeric"
          min={0}
          max={999}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(Math.max(0, Number.parseInt(event.target.value, 10) || 0))}
        />
        {!plain && (
          <button type="button" aria-label={`Un de plus : ${noun}`} onClick={() => onChange(value + 1)}>
            <Plus size={24} />
          </button>
        )}
      </div>
    </div>
  );
}
