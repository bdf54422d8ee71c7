import { Button } from '#app/ui/button.tsx';
import { SelectField, TextField, type Refused } from './form-fields.tsx';

interface AddLineProps {
  year: number;
  relais: readonly { id: string; name: string }[];
  refused: Refused | undefined;
}

/** A new line of the budget. */
export function AddLine({ year, relais, refused }: AddLineProps) {
  const only = relais.length === 1 ? (relais[0]?.id ?? null) : null;
  return (
    <form method="post" className="panel grid gap-4" noValidate>
      <h2>Ajouter une ligne</h2>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          name="relais"
          label="Relais"
          value={only}
          {...(only === null && { none: 'Choisir' })}
          options={relais.map(({ id, name }) => ({ value: id, label: name }))}
          refused={refused}
        />
        <TextField name="annee" label="Année" inputMode="numeric" value={String(year)} refused={refused} />
        <TextField name="libelle" label="Nom de la ligne" value={null} refused={refused} />
        <TextField name="montant" label="Montant (€)" inputMode="decimal" value={null} refused={refused} />
      </div>
      <p>
        <Button>Ajouter la ligne</Button>
      </p>
    </form>
  );
}
