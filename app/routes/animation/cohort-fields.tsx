import type { ReactNode } from 'react';
import type { CohortSettingsPage } from '#app/enrollment/cohort-settings.server.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

export type CohortErrors = Readonly<Record<string, string>>;
/** What was typed, when it was refused. */
export type CohortTyped = Readonly<Record<string, string | readonly string[]>>;

interface CohortFieldsProps {
  settings: CohortSettingsPage;
  errors: CohortErrors;
  typed: CohortTyped | undefined;
  /** A standing group, not a cycle. */
  standing: boolean;
}

const KINDS = [
  { value: 'ASSISTANTE_MATERNELLE', label: 'Assistantes maternelles' },
  { value: 'GARDE_A_DOMICILE', label: 'Gardes d’enfants à domicile' },
  { value: 'CANDIDATE', label: 'Candidates à l’agrément' },
];

const ORIGINS = [
  { value: 'HOME', label: 'Celles dont c’est le relais principal' },
  { value: 'MEMBERS', label: 'Celles du relais' },
  { value: 'ALL', label: 'Celles de tous les relais' },
];

/** Everything that is set of a group, with what it means beside. */
export function CohortFields({ settings, errors, typed, standing }: CohortFieldsProps) {
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  const textOf = (name: string, stored: string | number | null) => {
    const kept = typed?.[name];
    return typeof kept === 'string' ? kept : (stored?.toString() ?? '');
  };
  const whole = { errors: of, textOf };
  const kinds = Array.isArray(typed?.public) ? typed.public : settings.kinds;
  return (
    <>
      <Field
        id="nom"
        label="Nom du groupe"
        hint="Celles qui en sont le lisent : « Groupe du mardi »."
        errors={of('nom')}
      >
        {(control) => (
          <input {...control} name="nom" required maxLength={80} defaultValue={textOf('nom', settings.name)} />
        )}
      </Field>
      {settings.analyse && <Readers settings={settings} of={of} textOf={textOf} />}
      <Rules standing={standing} open={Object.keys(errors).length > 0}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Whole {...whole} id="minimum" label="Au moins" hint="personnes" stored={settings.minMembers} />
          <Whole
            {...whole}
            id="maximum"
            label="Au plus"
            hint="personnes ; au-delà, on attend une place"
            stored={settings.maxMembers}
          />
          <Whole {...whole} id="heures" label="Heures par an" hint="par personne" stored={settings.hoursPerYear} />
          <Whole {...whole} id="presence" label="Présence demandée" hint="% des dates" stored={settings.minPresence} />
          <Whole
            {...whole}
            id="commune"
            label="Mélange des communes"
            hint="au plus tant de personnes d’une même commune"
            stored={settings.mostPerCommune}
          />
          <Field id="jusque" label="Candidatures jusqu’au" optional errors={of('jusque')}>
            {(control) => (
              <input {...control} type="date" name="jusque" defaultValue={textOf('jusque', settings.joinUntil)} />
            )}
          </Field>
        </div>
        <Fieldset id="public" legend="Qui peut en être" errors={of('public')}>
          {KINDS.map(({ value, label }) => (
            <CheckboxCard
              key={value}
              name="public"
              value={value}
              label={label}
              defaultChecked={kinds.some((kind) => kind === value)}
            />
          ))}
        </Fieldset>
        <Fieldset id="origine" legend="De quel relais" errors={of('origine')}>
          {ORIGINS.map(({ value, label }) => (
            <CheckboxCard
              key={value}
              type="radio"
              name="origine"
              value={value}
              label={label}
              defaultChecked={textOf('origine', settings.from) === value}
            />
          ))}
        </Fieldset>
      </Rules>
    </>
  );
}

/** A standing group seldom needs rules: they are folded. */
function Rules({ standing, open, children }: { standing: boolean; open: boolean; children: ReactNode }) {
  if (!standing) return children;
  return (
    <details className="panel fold" open={open}>
      <summary>Taille et règles du groupe, si vous en voulez</summary>
      <div className="grid gap-5 pt-3">{children}</div>
    </details>
  );
}

interface WholeProps {
  id: string;
  label: string;
  hint: string;
  stored: number | null;
  errors: (name: string) => string[];
  textOf: (name: string, stored: number | null) => string;
}

function Whole({ id, label, hint, stored, errors, textOf }: WholeProps) {
  return (
    <Field id={id} label={label} hint={hint} optional errors={errors(id)}>
      {(control) => (
        <input {...control} type="number" inputMode="numeric" min={1} name={id} defaultValue={textOf(id, stored)} />
      )}
    </Field>
  );
}

interface ReadersProps {
  settings: CohortSettingsPage;
  of: (name: string) => string[];
  textOf: (name: string, stored: string | null) => string;
}

/** Rule 8: the two persons who read the names. */
function Readers({
  settings: { facilitators, composers, facilitatorId, composerId, designates },
  of,
  textOf,
}: ReadersProps) {
  const fields = [
    {
      id: 'intervenant',
      label: 'Anime le groupe, toujours la même personne',
      stored: facilitatorId,
      list: facilitators,
    },
    { id: 'compose', label: 'Compose le groupe', stored: composerId, list: composers },
  ];
  return (
    <fieldset className="panel grid gap-5">
      <legend className="field-legend px-1">Les deux seules personnes qui lisent les noms</legend>
      {fields.map(({ id, label, stored, list }) => (
        <Field key={id} id={id} label={label} errors={of(id)}>
          {(control) =>
            designates ? (
              <select {...control} name={id} required defaultValue={textOf(id, stored)}>
                <option value="">Choisir…</option>
                {list.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            ) : (
              <>
                <input type="hidden" name={id} value={stored ?? ''} />
                <input {...control} readOnly value={list.find((one) => one.id === stored)?.name ?? '—'} />
              </>
            )
          }
        </Field>
      ))}
    </fieldset>
  );
}
