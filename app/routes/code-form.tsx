import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';

/** Where the code printed on a certificate is typed. */
export function CodeForm({ error, typed }: { error: string | null; typed?: string }) {
  return (
    <form method="get" action="/attestations" className="panel grid max-w-xl gap-5" noValidate>
      <Field
        id="code"
        label="Code de l’attestation"
        hint="Seize lettres et chiffres, par exemple A3CD-EFGH-JK4M-NPQR. Les tirets et les majuscules ne comptent pas."
        errors={error === null ? [] : [error]}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            name="code"
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
          />
        )}
      </Field>
      <Button wide>Vérifier</Button>
    </form>
  );
}
