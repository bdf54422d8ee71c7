import { capital, dayPlain } from '#app/time/french.ts';
import type { OrganisationChoice } from '#app/training/line-form.server.ts';
import type { LineTerms } from '#app/training/line-terms.ts';
import { SUITS } from '#app/training/need-words.ts';
import { PAYERS } from '#app/training/plan-words.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { SelectField, TextField, type Refused } from './form-fields.tsx';

/** The text fields of a line's terms, by name. */
export const TERM_FIELDS = [
  ...(['titre', 'organisme', 'minimum', 'maximum', 'duree', 'cout', 'paye', 'remplacement', 'echeance'] as const),
];

interface LineTermFieldsProps {
  terms: LineTerms;
  organisations: readonly OrganisationChoice[];
  refused: Refused | undefined;
  /** Slugs ticked when the form came back; absent: the line's. */
  suits: readonly string[] | undefined;
}

const comma = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));

/** Provider, places, hours, cost, deadline of a line. */
export function LineTermFields({ terms, organisations, refused, suits }: LineTermFieldsProps) {
  const ticked = suits ?? SUITS.filter(({ code }) => terms.suits.includes(code)).map(({ slug }) => slug);
  const payer = PAYERS.find(({ code }) => code === terms.payer)?.slug ?? '';
  return (
    <>
      <TextField
        name="titre"
        label="Titre de la formation"
        value={terms.title}
        refused={refused}
        required
        maxLength={200}
      />
      <SelectField
        name="organisme"
        label="Organisme de formation"
        hint="Absent de la liste ? Ajoutez-le d’abord parmi les organismes."
        refused={refused}
        value={terms.organisationId}
        none="Pas encore choisi"
        options={organisations.map(({ id, name, until }) => ({
          value: id,
          label: until === null ? name : `${name} (Qualiopi jusqu’au ${dayPlain(until, { year: true })})`,
        }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="minimum"
          label="Personnes au moins"
          inputMode="numeric"
          value={String(terms.minPeople)}
          refused={refused}
          required
        />
        <TextField
          name="maximum"
          label="Personnes au plus"
          inputMode="numeric"
          optional
          value={comma(terms.maxPeople)}
          refused={refused}
        />
        <TextField
          name="duree"
          label="Durée par personne, en heures"
          inputMode="decimal"
          optional
          value={comma(terms.minutes === null ? null : Math.round(terms.minutes / 6) / 10)}
          refused={refused}
        />
        <TextField
          name="cout"
          label="Coût par personne, en euros"
          inputMode="decimal"
          optional
          value={comma(terms.costCents === null ? null : terms.costCents / 100)}
          refused={refused}
        />
        <SelectField
          name="paye"
          label="Qui paie"
          refused={refused}
          value={payer}
          none="Pas encore décidé"
          options={PAYERS.map(({ slug, label }) => ({ value: slug, label }))}
        />
        <TextField
          name="echeance"
          label="Dossiers complets attendus le"
          type="date"
          optional
          value={terms.filesDueOn}
          refused={refused}
        />
      </div>
      <Fieldset id="convient" legend="Ce qui convient au groupe">
        <div className="grid gap-2 sm:grid-cols-2">
          {SUITS.map(({ slug, label }) => (
            <CheckboxCard
              key={slug}
              name="convient"
              value={slug}
              label={capital(label)}
              defaultChecked={ticked.includes(slug)}
            />
          ))}
        </div>
      </Fieldset>
      <TextField
        name="remplacement"
        label="Comment les enfants sont accueillis pendant ce temps"
        optional
        value={terms.replacement}
        refused={refused}
        maxLength={500}
      />
    </>
  );
}
