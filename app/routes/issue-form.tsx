import type { AttestationsPage } from '#app/training/attestations-page.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

interface IssueFormProps {
  page: Pick<AttestationsPage, 'people' | 'signature' | 'sessionId'>;
  errors: Readonly<Record<string, string>>;
}

/** Who gets a certificate, and who signs; those who have none are ticked. */
export function IssueForm({ page: { people, signature, sessionId }, errors }: IssueFormProps) {
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <form method="post" className="panel grid gap-5" noValidate aria-labelledby="delivrer">
      <h2 id="delivrer">Délivrer</h2>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <input type="hidden" name="seance" value={sessionId ?? ''} />
      <Fieldset
        id="personnes"
        legend="À qui"
        hint="Une attestation déjà délivrée qui dit la même chose n’est pas refaite ; si les présences ont changé, elle est remplacée."
        errors={of('personnes')}
      >
        {people.map(({ personId, name, came, certificate }) => (
          <CheckboxCard
            key={personId}
            name="personne"
            value={personId}
            label={<span className="wrap-anywhere">{name}</span>}
            note={certificate ? `${came} · délivrée` : came}
            defaultChecked={certificate === null}
          />
        ))}
      </Fieldset>
      <SignatureFields signature={signature} errors={errors} />
      <Button wide>Délivrer les attestations</Button>
    </form>
  );
}

interface SignatureFieldsProps {
  signature: AttestationsPage['signature'];
  errors: Readonly<Record<string, string>>;
}

/** Who signs on paper, as what, and where. */
export function SignatureFields({ signature: { name, role, place }, errors }: SignatureFieldsProps) {
  const of = (id: string) => (errors[id] === undefined ? [] : [errors[id]]);
  return (
    <>
      <Field id="signataire" label="Qui signe" errors={of('signataire')}>
        {(control) => <input {...control} type="text" name="signataire" maxLength={120} defaultValue={name} />}
      </Field>
      <Field id="fonction" label="Sa fonction" optional errors={of('fonction')}>
        {(control) => <input {...control} type="text" name="fonction" maxLength={120} defaultValue={role} />}
      </Field>
      <Field id="lieu" label="Fait à" optional errors={of('lieu')}>
        {(control) => <input {...control} type="text" name="lieu" maxLength={120} defaultValue={place} />}
      </Field>
    </>
  );
}
