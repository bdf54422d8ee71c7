import { summaryOf } from '#app/auth/form-errors.ts';
import { LONGEST_LABEL } from '#app/people/child-label.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

type Name = 'prenom' | 'naissance' | 'lien';

interface ChildFormProps {
  /** What was typed and what is wrong with it; none at first. */
  refused: { errors: Readonly<Record<string, string>>; typed: Readonly<Record<Name, string>> } | undefined;
}

/** Adds a child: a first name or nickname, its month of birth, whose child it is. */
export function ChildForm({ refused }: ChildFormProps) {
  const errors = refused?.errors ?? {};
  const of = (name: Name) => (errors[name] === undefined ? [] : [errors[name]]);
  const lien = refused?.typed.lien || 'accueilli';
  return (
    <form method="post" className="panel grid gap-5" noValidate aria-labelledby="ajout">
      <h2 id="ajout">Ajouter un enfant</h2>
      <ErrorSummary errors={summaryOf(errors)} />
      <Field id="prenom" label="Prénom ou surnom" hint="Jamais le nom de famille." errors={of('prenom')}>
        {(control) => (
          <input
            {...control}
            type="text"
            name="prenom"
            autoComplete="off"
            required
            maxLength={LONGEST_LABEL}
            defaultValue={refused?.typed.prenom}
          />
        )}
      </Field>
      <Field id="naissance" label="Mois de naissance" hint="Par exemple 03/2025." errors={of('naissance')}>
        {(control) => (
          <input {...control} type="month" name="naissance" required defaultValue={refused?.typed.naissance} />
        )}
      </Field>
      <Fieldset id="lien" legend="Cet enfant est" errors={of('lien')}>
        <CheckboxCard
          type="radio"
          name="lien"
          value="accueilli"
          label="Accueilli"
          defaultChecked={lien === 'accueilli'}
        />
        <CheckboxCard type="radio" name="lien" value="mien" label="Le mien" defaultChecked={lien === 'mien'} />
      </Fieldset>
      <Button wide>Ajouter à ma liste</Button>
    </form>
  );
}
