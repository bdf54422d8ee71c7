import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SignatureFields } from '../issue-form.tsx';

interface YearFormProps {
  years: readonly number[];
  signature: { name: string; role: string; place: string };
  errors: Readonly<Record<string, string>>;
}

/** Issues the certificate of a year: hours of training and presences, from the sheets. */
export function YearForm({ years, signature, errors }: YearFormProps) {
  if (years.length === 0) return null;
  return (
    <form method="post" className="panel grid gap-5" noValidate aria-labelledby="annuelle">
      <h2 id="annuelle">Attestation d’une année</h2>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <Field id="annee" label="Année" errors={errors.annee === undefined ? [] : [errors.annee]}>
        {(control) => (
          <select {...control} name="annee">
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        )}
      </Field>
      <SignatureFields signature={signature} errors={errors} />
      <Button wide>Délivrer l’attestation</Button>
    </form>
  );
}
