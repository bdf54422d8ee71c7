import type { SeriesPage } from '#app/catalog/series-page.server.ts';
import type { TypedSeries } from '#app/catalog/series-typed.ts';
import { Panel } from '#app/ui/card.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { SeriesSlots } from './series-slots.tsx';
import { PeopleChoice } from './people-choice.tsx';

interface Props {
  page: SeriesPage;
  typed: TypedSeries;
  errors: Readonly<Record<string, string>>;
}

/** Hours, place, team and places of a series. */
export function SeriesTeam({ page, typed, errors }: Props) {
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <>
      <Panel label="Les horaires">
        <div className="grid gap-5">
          <h2>Les horaires</h2>
          <SeriesSlots page={page} typed={typed} errors={errors} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field id="preparation" label="Préparation avant (minutes)" optional errors={of('preparation')}>
              {(control) => <Figure {...control} name="preparation" value={typed.preparation} />}
            </Field>
            <Field id="rangement" label="Rangement après (minutes)" optional errors={of('rangement')}>
              {(control) => <Figure {...control} name="rangement" value={typed.rangement} />}
            </Field>
          </div>
        </div>
      </Panel>
      <Panel label="Le lieu et l’équipe">
        <div className="grid gap-5">
          <h2>Le lieu et l’équipe</h2>
          <Field id="lieu" label="Lieu" errors={of('lieu')}>
            {(control) => (
              <select {...control} name="lieu" defaultValue={typed.lieu}>
                <option value="">Choisissez un lieu</option>
                {page.sites.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Fieldset id="animatrices" legend="Qui anime" errors={of('animatrices')}>
            <PeopleChoice name="animatrices" people={page.animators} chosen={typed.animatrices} />
          </Fieldset>
          {page.intervenants.length > 0 && <Speakers page={page} typed={typed} errors={of('intervenants')} />}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field id="adultes" label="Places adultes" hint="Vide : sans limite." errors={of('adultes')}>
              {(control) => <Figure {...control} name="adultes" value={typed.adultes} />}
            </Field>
            <Field id="enfants" label="Places enfants" hint="Vide : sans limite." errors={of('enfants')}>
              {(control) => <Figure {...control} name="enfants" value={typed.enfants} />}
            </Field>
          </div>
        </div>
      </Panel>
    </>
  );
}

function Figure({ value, ...control }: { value: string; id: string; name: string; className: string }) {
  return <input {...control} inputMode="numeric" autoComplete="off" defaultValue={value} />;
}

function Speakers({ page, typed, errors }: { page: SeriesPage; typed: TypedSeries; errors: readonly string[] }) {
  const people = page.intervenants.map(({ id, name, profession }) => ({ id, name: `${name}, ${profession}` }));
  return (
    <details open={typed.intervenants.length > 0 || errors.length > 0}>
      <summary className="field-legend min-h-11 cursor-pointer py-2">Une intervenante, un intervenant</summary>
      <div className="grid gap-3 pt-2">
        <Fieldset id="intervenants" legend="Qui intervient" errors={errors}>
          <PeopleChoice name="intervenants" people={people} chosen={typed.intervenants} />
        </Fieldset>
        <CheckboxCard
          name="accord"
          value="oui"
          label="C’est déjà d’accord"
          note="Sinon, les dates lui sont proposées par e-mail dès l’enregistrement : il répond."
          defaultChecked={typed.accord}
        />
      </div>
    </details>
  );
}
