import { dayName } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

interface AvailabilityFormProps {
  refused: { errors: Readonly<Record<string, string>>; typed: Readonly<Record<string, string>> } | undefined;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const PARTS = [
  { value: 'WHOLE', label: 'Toute la journée' },
  { value: 'MORNING', label: 'Le matin' },
  { value: 'AFTERNOON', label: 'L’après-midi et le soir' },
];

/** A weekday of every week, or dates, when he can come or cannot. */
export function AvailabilityForm({ refused }: AvailabilityFormProps) {
  const typed = (name: string, first = '') => refused?.typed[name] ?? first;
  const errors = (name: string) => (refused?.errors[name] === undefined ? [] : [refused.errors[name]]);
  return (
    <form method="post" className="panel grid gap-5" noValidate>
      <h2>Ajouter</h2>
      <Fieldset id="quoi" legend="Je suis" errors={errors('quoi')}>
        <div className="grid grid-cols-2 gap-2">
          <CheckboxCard
            type="radio"
            name="quoi"
            value="libre"
            label="Libre"
            defaultChecked={typed('quoi') === 'libre'}
          />
          <CheckboxCard
            type="radio"
            name="quoi"
            value="pas-libre"
            label="Pas libre"
            defaultChecked={typed('quoi', 'pas-libre') === 'pas-libre'}
          />
        </div>
      </Fieldset>
      <Field id="jour" label="Un jour de chaque semaine" errors={errors('jour')}>
        {(control) => (
          <select {...control} name="jour" defaultValue={typed('jour')}>
            <option value="">Non, des dates précises</option>
            {DAYS.map((day) => (
              <option key={day} value={day}>
                Le {dayName(day)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="premier" label="Ou du" errors={errors('premier')}>
          {(control) => <input {...control} type="date" name="premier" defaultValue={typed('premier')} />}
        </Field>
        <Field id="dernier" label="Jusqu’au (inclus)" optional errors={errors('dernier')}>
          {(control) => <input {...control} type="date" name="dernier" defaultValue={typed('dernier')} />}
        </Field>
      </div>
      <Field id="moment" label="À quel moment" errors={errors('moment')}>
        {(control) => (
          <select {...control} name="moment" defaultValue={typed('moment', 'WHOLE')}>
            {PARTS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="mot" label="Une précision pour les relais" optional errors={errors('mot')}>
        {(control) => <input {...control} name="mot" maxLength={120} defaultValue={typed('mot')} autoComplete="off" />}
      </Field>
      <Button wide>Ajouter</Button>
    </form>
  );
}
