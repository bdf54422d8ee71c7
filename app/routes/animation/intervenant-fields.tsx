import type { Refused } from './form-fields.tsx';
import { TextField } from './form-fields.tsx';

interface IntervenantFieldsProps {
  refused: Refused | undefined;
  values?: Readonly<Record<'prenom' | 'nom' | 'profession' | 'organisation' | 'email' | 'telephone', string>>;
}

/** Who an intervenant is and how he is reached. */
export function IntervenantFields({ refused, values }: IntervenantFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="prenom" label="Prénom" value={values?.prenom ?? null} refused={refused} autoComplete="off" />
        <TextField name="nom" label="Nom" value={values?.nom ?? null} refused={refused} autoComplete="off" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="profession"
          label="Profession"
          hint="Les pages publiques la montrent à la place du nom."
          value={values?.profession ?? null}
          refused={refused}
        />
        <TextField
          name="organisation"
          label="Organisation"
          optional
          value={values?.organisation ?? null}
          refused={refused}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="email"
          label="E-mail"
          hint="C’est avec lui que cette personne se connecte et reçoit vos propositions."
          optional
          type="email"
          value={values?.email ?? null}
          refused={refused}
          autoComplete="off"
        />
        <TextField
          name="telephone"
          label="Téléphone"
          optional
          type="tel"
          value={values?.telephone ?? null}
          refused={refused}
          autoComplete="off"
        />
      </div>
    </>
  );
}
