import type { AccessChoices } from '#app/people/access-choices.server.ts';
import { type Refused, SelectField, TextField } from './animation/form-fields.tsx';
import { KIND_OPTIONS } from './animation/identity-fields.tsx';

interface AccessFieldsProps {
  choices: AccessChoices;
  refused: Refused | undefined;
}

/** Who asks for an account, how to answer her, and to which relais she belongs: she need not know it. */
export function AccessFields({ choices: { relais, communes, chosen }, refused }: AccessFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="prenom"
          label="Votre prénom"
          required
          maxLength={80}
          autoComplete="given-name"
          refused={refused}
        />
        <TextField name="nom" label="Votre nom" required maxLength={80} autoComplete="family-name" refused={refused} />
      </div>
      <SelectField name="metier" label="Vous êtes" options={KIND_OPTIONS} refused={refused} />
      <TextField
        name="email"
        label="Votre e-mail"
        hint="Il servira à vous connecter, sans mot de passe."
        type="email"
        maxLength={254}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        refused={refused}
      />
      <TextField
        name="telephone"
        label="Votre téléphone"
        hint="Sans e-mail, le relais vous inscrit par téléphone."
        type="tel"
        maxLength={30}
        autoComplete="tel"
        refused={refused}
      />
      <SelectField
        name="commune"
        label="Votre commune"
        none="Choisir"
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        refused={refused}
      />
      <SelectField
        name="relais"
        label="Votre relais"
        hint="Vous ne savez pas ? Votre commune suffit."
        none="Selon ma commune"
        value={chosen}
        options={relais.map(({ id, name }) => ({ value: id, label: name }))}
        refused={refused}
      />
      {/* Nobody sees it; machines that fill in everything betray themselves. */}
      <div hidden>
        <label>
          Ne remplissez pas ce champ
          <input type="text" name="site" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  );
}
