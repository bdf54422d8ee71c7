import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

export type TypedClosure = {
  of: string;
  first: string;
  last: string;
  part: string;
  yearly: boolean;
  reason: string;
};

export const NO_CLOSURE: TypedClosure = { of: '', first: '', last: '', part: 'WHOLE', yearly: false, reason: '' };

interface ClosureFieldsProps {
  typed: TypedClosure;
  errors: Readonly<Record<string, string>>;
  /** Somebody is away: her reason is chosen in a short list. */
  person?: boolean;
}

const PARTS = [
  { value: 'WHOLE', label: 'Toute la journée' },
  { value: 'MORNING', label: 'Le matin', note: 'avant 13 h' },
  { value: 'AFTERNOON', label: 'L’après-midi', note: 'dès 13 h' },
];

/** The days, the part of each, every year or once, and why. */
export function ClosureFields({ typed, errors, person = false }: ClosureFieldsProps) {
  const errorsOf = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="premier" label="Premier jour" errors={errorsOf('premier')}>
          {(control) => <input {...control} type="date" name="premier" defaultValue={typed.first} required />}
        </Field>
        <Field id="dernier" label="Dernier jour" optional errors={errorsOf('dernier')}>
          {(control) => <input {...control} type="date" name="dernier" defaultValue={typed.last} />}
        </Field>
      </div>
      <Fieldset id="partie" legend="Quand dans la journée ?">
        <div className="grid gap-2">
          {PARTS.map(({ value, label, note }) => (
            <CheckboxCard
              key={value}
              type="radio"
              name="partie"
              value={value}
              defaultChecked={typed.part === value}
              label={label}
              note={note}
            />
          ))}
        </div>
      </Fieldset>
      <CheckboxCard name="annuelle" value="oui" defaultChecked={typed.yearly} label="Chaque année, aux mêmes dates" />
      <Field
        id="motif"
        label="Motif"
        optional
        hint={person ? REASON_OF_PERSON : `Montré au public pour un relais. ${REASON_OF_PERSON}`}
        errors={errorsOf('motif')}
      >
        {(control) => (
          <input
            {...control}
            name="motif"
            list="motifs"
            maxLength={120}
            defaultValue={typed.reason}
            autoComplete="off"
          />
        )}
      </Field>
      <datalist id="motifs">
        {['congés', 'formation', 'réunion', 'travaux'].map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
    </>
  );
}

const REASON_OF_PERSON =
  'Pour une personne, seuls « congés », « formation » et « réunion » sont gardés ; tout autre motif devient « absence ».';
