import { kindWords, PROFESSIONAL_KINDS } from '#app/people/professional-words.ts';
import { capital } from '#app/time/french.ts';
import { type Refused, SelectField, TextField } from './form-fields.tsx';

export const IDENTITY = ['prenom', 'nom', 'email', 'telephone', 'commune', 'metier'] as const;

export const KIND_OPTIONS = PROFESSIONAL_KINDS.map((kind) => ({ value: kind, label: capital(kindWords(kind)) }));

interface IdentityFieldsProps {
  communes: readonly { id: string; name: string }[];
  values?: { [name in (typeof IDENTITY)[number]]: string | null };
  refused: Refused | undefined;
}

/** Who she is and how she is reached. */
export function IdentityFields({ communes, values, refused }: IdentityFieldsProps) {
  const field = (name: (typeof IDENTITY)[number]) => ({ name, refused, value: values?.[name] ?? null });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('prenom')} label="Prénom" required maxLength={80} autoComplete="off" />
        <TextField {...field('nom')} label="Nom" required maxLength={80} autoComplete="off" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...field('telephone')}
          label="Téléphone"
          hint="Dix chiffres."
          optional
          type="tel"
          maxLength={30}
          autoComplete="off"
        />
        <TextField
          {...field('email')}
          label="E-mail"
          hint="C’est avec lui qu’elle se connecte."
          optional
          type="email"
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField {...field('metier')} label="Métier" options={KIND_OPTIONS} />
        <SelectField
          {...field('commune')}
          label="Commune"
          optional
          none="Non indiquée"
          options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </>
  );
}
