import { summaryOf } from '#app/auth/form-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';

interface DeclaredFormProps {
  /** Those a training may be of. */
  themes: readonly { id: string; title: string }[];
  /** What was typed and what is wrong with it; none at first. */
  refused: { errors: Readonly<Record<string, string>>; typed: Readonly<Record<string, string>> } | undefined;
}

type Line = { name: string; label: string; type: 'text' | 'date'; hint?: string; optional?: boolean };

const LINES: readonly Line[] = [
  { name: 'titre', label: 'Titre de la formation', type: 'text' },
  { name: 'organisme', label: 'Organisme', type: 'text', optional: true },
  { name: 'fin', label: 'Dernier jour', type: 'date' },
  { name: 'duree', label: 'Durée, en heures', type: 'text', hint: 'Par exemple 7 ou 3,5.' },
  {
    name: 'validite',
    label: 'Valable jusqu’au',
    type: 'date',
    hint: 'Pour un certificat à renouveler.',
    optional: true,
  },
];

/** Declares a training followed elsewhere, or before. */
export function DeclaredForm({ themes, refused }: DeclaredFormProps) {
  const errors = refused?.errors ?? {};
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="panel grid gap-5"
      noValidate
      aria-labelledby="declarer"
    >
      <h2 id="declarer">Ajouter une formation suivie ailleurs</h2>
      <ErrorSummary errors={summaryOf(errors)} />
      {LINES.map(({ name, label, type, hint, optional = false }) => (
        <Field
          key={name}
          id={name}
          label={label}
          hint={hint}
          optional={optional}
          errors={errors[name] === undefined ? [] : [errors[name]]}
        >
          {(control) => <input {...control} type={type} name={name} defaultValue={refused?.typed[name]} />}
        </Field>
      ))}
      <Field
        id="theme"
        label="Thème"
        hint="Si elle est dans la liste : le renouvellement se fait alors tout seul."
        optional
        errors={errors.theme === undefined ? [] : [errors.theme]}
      >
        {(control) => (
          <select {...control} name="theme" defaultValue={refused?.typed.theme ?? ''}>
            <option value="">Aucun de la liste</option>
            {themes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        id="justificatif"
        label="Justificatif"
        hint="PDF ou photo (JPEG, PNG), 5 Mo au plus. Vous et l’équipe de votre relais le voyez, personne d’autre."
        optional
        errors={errors.justificatif === undefined ? [] : [errors.justificatif]}
      >
        {(control) => <input {...control} type="file" name="justificatif" accept=".pdf,.jpg,.jpeg,.png" />}
      </Field>
      <CheckboxCard
        name="initiale"
        value="oui"
        label="C’est la formation initiale du département"
        note="hors des heures de l’année"
        defaultChecked={Boolean(refused?.typed.initiale)}
      />
      <Button wide>Ajouter à mon parcours</Button>
    </form>
  );
}
