import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { TextField, type Refused } from './form-fields.tsx';

interface PlanFieldsProps {
  relais: readonly { id: string; name: string }[];
  /** Ticked at first. */
  chosen: readonly string[];
  name: string;
  refused: Refused | undefined;
}

/** A plan's name, and the relais that share it. */
export function PlanFields({ relais, chosen, name, refused }: PlanFieldsProps) {
  const error = refused?.errors.relais;
  return (
    <>
      <TextField name="nom" label="Nom du plan" value={name} refused={refused} required maxLength={200} />
      <Fieldset
        id="relais"
        legend="Relais"
        hint="Plusieurs relais peuvent partager un plan : leurs équipes voient les besoins et les dossiers des unes et des autres."
        errors={error === undefined ? [] : [error]}
      >
        <div className="grid gap-2 sm:grid-cols-2">
          {relais.map((one) => (
            <CheckboxCard
              key={one.id}
              name="relais"
              value={one.id}
              label={one.name}
              defaultChecked={chosen.includes(one.id)}
            />
          ))}
        </div>
      </Fieldset>
    </>
  );
}
