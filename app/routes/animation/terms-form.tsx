import type { ReactNode } from 'react';
import { summaryOf } from '#app/auth/form-errors.ts';
import type { TermsPage } from '#app/attendance/terms-page.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Panel } from '#app/ui/card.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SelectField, TextField, type Refused } from './form-fields.tsx';

interface TermsFormProps {
  page: TermsPage;
  refused: Refused | undefined;
}

/** What an intervenant is paid, what he must know of the room, and the references of the order. */
export function TermsForm({ page, refused }: TermsFormProps) {
  const { typed, counts, lines, mayWrite } = page;
  const isBilled = page.state === 'INVOICED' || page.state === 'PAID';
  return (
    <form
      method="post"
      action={`/animation/seances/${page.sessionId}/conditions?intervention=${page.assignmentId}`}
      className="grid max-w-3xl gap-6"
      noValidate
    >
      <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
      {page.carried && (
        <Notice title="Reprises de sa dernière intervention">
          <p>Vérifiez-les, puis enregistrez : rien n’est encore noté pour cette séance.</p>
        </Notice>
      )}
      {isBilled && (
        <Notice severity="warn" title="Déjà facturée">
          <p>Ses conditions ne changent plus.</p>
        </Notice>
      )}
      <input type="hidden" name="intervention" value={page.assignmentId} />
      <Part title="Ce qui est payé" note="Sans durée, c’est celle de la séance." disabled={!mayWrite || isBilled}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="minutes"
            label="Durée payée (minutes)"
            optional
            inputMode="numeric"
            value={typed.minutes}
            refused={refused}
          />
          <TextField
            name="preparation"
            label="Préparation payée (minutes)"
            optional
            inputMode="numeric"
            value={typed.preparation}
            refused={refused}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            name="tarif"
            label="Tarif de l’heure (€)"
            optional
            inputMode="decimal"
            value={typed.tarif}
            refused={refused}
          />
          <TextField
            name="forfait"
            label="Forfait (€)"
            optional
            inputMode="decimal"
            value={typed.forfait}
            refused={refused}
          />
          <TextField
            name="deplacement"
            label="Déplacement (€)"
            optional
            inputMode="decimal"
            value={typed.deplacement}
            refused={refused}
          />
        </div>
        <SelectField
          name="ligne"
          label="Ligne du budget"
          none={lines.length === 0 ? 'Aucune ligne cette année-là' : 'Aucune'}
          options={lines.map(({ id, label }) => ({ value: id, label }))}
          value={typed.ligne}
          refused={refused}
        />
        <Area name="annulation" label="En cas d’annulation" value={typed.annulation} refused={refused} />
      </Part>
      <Part title="Ce que l’intervenant doit savoir" disabled={!mayWrite || isBilled}>
        <Area name="pratique" label="Salle, matériel, consignes" value={typed.pratique} refused={refused} />
      </Part>
      <Part
        title="Références de la commande"
        note="Facultatives : elles sont écrites sur son relevé."
        disabled={!mayWrite || isBilled}
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="siret" label="SIRET" inputMode="numeric" value={typed.siret} refused={refused} />
          <TextField name="service" label="Code service" value={typed.service} refused={refused} />
          <TextField name="engagement" label="Numéro d’engagement" value={typed.engagement} refused={refused} />
        </div>
      </Part>
      {counts.ALL > 1 && mayWrite && <Scope page={page} chosen={refused?.typed.portee ?? typed.portee} />}
      {mayWrite && !isBilled && (
        <p>
          <Button>Enregistrer les conditions</Button>
        </p>
      )}
    </form>
  );
}

function Part({ title, note, disabled, children }: PartProps) {
  return (
    <Panel>
      <fieldset className="grid gap-4" disabled={disabled}>
        <legend className="field-legend mb-2">{title}</legend>
        {note !== undefined && <p className="hint">{note}</p>}
        {children}
      </fieldset>
    </Panel>
  );
}

interface PartProps {
  title: string;
  note?: string;
  disabled: boolean;
  children: ReactNode;
}

function Area({
  name,
  label,
  value,
  refused,
}: { name: string; label: string; value: string } & Pick<TermsFormProps, 'refused'>) {
  const error = refused?.errors[name];
  return (
    <Field id={name} label={label} optional errors={error === undefined ? [] : [error]}>
      {(control) => <textarea {...control} name={name} rows={2} defaultValue={refused?.typed[name] ?? value} />}
    </Field>
  );
}

function Scope({ page, chosen }: { page: TermsPage; chosen: string }) {
  const { counts } = page;
  const choices = [
    { value: 'ONE', label: 'Cette séance', count: 1 },
    { value: 'FOLLOWING', label: 'Celle-ci et les suivantes', count: counts.FOLLOWING },
    { value: 'ALL', label: 'Toutes celles à venir', count: counts.ALL },
  ];
  return (
    <Fieldset id="portee" legend="Pour quelles séances ?">
      <div className="grid gap-2 lg:grid-cols-3">
        {choices.map(({ value, label, count }) => (
          <CheckboxCard
            key={value}
            type="radio"
            name="portee"
            value={value}
            label={label}
            note={plural(count, 'séance', 'séances')}
            defaultChecked={chosen === value}
          />
        ))}
      </div>
    </Fieldset>
  );
}
