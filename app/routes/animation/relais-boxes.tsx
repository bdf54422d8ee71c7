import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Fieldset } from '#app/ui/field.tsx';

interface Props {
  legend: string;
  hint?: string;
  relais: readonly { id: string; name: string }[];
  ticked: readonly string[];
  error: string | undefined;
}

/** Relais to tick, several if need be. */
export function RelaisBoxes({ legend, hint, relais, ticked, error }: Props) {
  return (
    <Fieldset id="relais" legend={legend} errors={error === undefined ? [] : [error]} {...(hint && { hint })}>
      <div className="grid gap-2">
        {relais.map(({ id, name }) => (
          <CheckboxCard key={id} name="relais" value={id} label={name} defaultChecked={ticked.includes(id)} />
        ))}
      </div>
    </Fieldset>
  );
}
