import type { OrganisationInput } from '#app/training/organisation-checks.ts';
import { TextField, type Refused } from './form-fields.tsx';

/** The fields of a provider, by name. */
export const ORGANISATION_FIELDS = [
  ...(['nom', 'siret', 'qualiopi', 'validite', 'contact', 'courriel', 'telephone', 'site'] as const),
];

/** What is known of a provider; `known` absent: a new one. */
export function OrganisationFields({ known, refused }: { known?: OrganisationInput; refused: Refused | undefined }) {
  return (
    <>
      <TextField
        name="nom"
        label="Nom de l’organisme"
        value={known?.name ?? ''}
        refused={refused}
        required
        maxLength={200}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="qualiopi"
          label="Numéro Qualiopi"
          optional
          value={known?.qualiopiNumber ?? ''}
          refused={refused}
          maxLength={100}
        />
        <TextField
          name="validite"
          label="Certification valable jusqu’au"
          type="date"
          optional
          value={known?.qualiopiUntil ?? ''}
          refused={refused}
        />
        <TextField
          name="siret"
          label="SIRET"
          optional
          inputMode="numeric"
          value={known?.siret ?? ''}
          refused={refused}
          maxLength={20}
        />
        <TextField
          name="contact"
          label="Personne à joindre"
          optional
          value={known?.contactName ?? ''}
          refused={refused}
          maxLength={200}
        />
        <TextField
          name="telephone"
          label="Téléphone"
          type="tel"
          optional
          value={known?.phone ?? ''}
          refused={refused}
          maxLength={40}
        />
        <TextField
          name="courriel"
          label="Adresse e-mail"
          type="email"
          optional
          value={known?.email ?? ''}
          refused={refused}
        />
      </div>
      <TextField name="site" label="Site internet" type="url" optional value={known?.website ?? ''} refused={refused} />
    </>
  );
}
