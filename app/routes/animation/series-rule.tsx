import type { SeriesPage, TermChoice } from '#app/catalog/series-page.server.ts';
import type { TypedSeries } from '#app/catalog/series-typed.ts';
import { capital, dayName, ordinal } from '#app/time/french.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Panel } from '#app/ui/card.tsx';

interface Props {
  page: SeriesPage;
  typed: TypedSeries;
  errors: Readonly<Record<string, string>>;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const RANKS = [1, 2, 3, 4, 5];
const FEWEST_DATES = 6;

const RHYTHMS = [
  { value: 'semaines', label: 'Des jours de la semaine' },
  { value: 'mois', label: 'Un jour du mois' },
  { value: 'dates', label: 'Des dates choisies' },
];

/** When a series meets: rhythm, term, what it skips. Without style sheet or script, all of it shows; one rhythm counts. */
export function SeriesRule({ page, typed, errors }: Props) {
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <Panel label="Le rythme">
      <div className="group grid gap-5">
        <h2>Le rythme</h2>
        <Fieldset id="rythme" legend="La série revient" errors={of('rythme')}>
          <div className="grid gap-2 sm:grid-cols-3">
            {RHYTHMS.map(({ value, label }) => (
              <CheckboxCard
                key={value}
                type="radio"
                name="rythme"
                value={value}
                label={label}
                defaultChecked={typed.rythme === value}
              />
            ))}
          </div>
        </Fieldset>
        <div className="hidden gap-5 group-has-[[value=semaines]:checked]:grid">
          <Fieldset id="jours" legend="Quels jours ?" errors={of('jours')}>
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-7">
              {DAYS.map((day) => (
                <CheckboxCard
                  key={day}
                  name="jours"
                  value={String(day)}
                  label={capital(dayName(day))}
                  defaultChecked={typed.jours.includes(String(day))}
                />
              ))}
            </div>
          </Fieldset>
          <Field id="intervalle" label="Toutes les combien de semaines ?" errors={of('intervalle')}>
            {(control) => (
              <select {...control} name="intervalle" defaultValue={typed.intervalle || '1'}>
                <option value="1">Chaque semaine</option>
                <option value="2">Une semaine sur deux</option>
                <option value="3">Une semaine sur trois</option>
                <option value="4">Une semaine sur quatre</option>
                <option value="6">Toutes les six semaines</option>
                <option value="8">Toutes les huit semaines</option>
              </select>
            )}
          </Field>
        </div>
        <div className="hidden gap-5 group-has-[[value=mois]:checked]:grid">
          <Fieldset id="rangs" legend="Lequel du mois ?" errors={of('rangs')}>
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
              {RANKS.map((rank) => (
                <CheckboxCard
                  key={rank}
                  name="rangs"
                  value={String(rank)}
                  label={`Le ${ordinal(rank)}`}
                  defaultChecked={typed.rangs.includes(String(rank))}
                />
              ))}
              <CheckboxCard
                name="rangs"
                value="dernier"
                label="Le dernier"
                defaultChecked={typed.rangs.includes('dernier')}
              />
            </div>
          </Fieldset>
          <Field id="jour" label="Quel jour de la semaine ?" errors={of('jour')}>
            {(control) => (
              <select {...control} name="jour" defaultValue={typed.jour}>
                <option value="">Choisissez</option>
                {DAYS.map((day) => (
                  <option key={day} value={String(day)}>
                    {dayName(day)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <PickedDates typed={typed} errors={errors} />
        <div className="grid gap-4 group-has-[[value=dates]:checked]:hidden sm:grid-cols-2">
          <Term typed={typed} errors={errors} page={page} />
        </div>
        <Skipped typed={typed} />
      </div>
    </Panel>
  );
}

function PickedDates({ typed, errors }: Pick<Props, 'typed' | 'errors'>) {
  const count = Math.max(FEWEST_DATES, typed.dates.length + 3);
  return (
    <fieldset className="hidden gap-2 group-has-[[value=dates]:checked]:grid" aria-describedby="dates-aide">
      <legend className="field-legend mb-2">Quelles dates ?</legend>
      <p className="hint" id="dates-aide">
        Laissez vides celles en trop. « Voir les dates » en ajoute d’autres à remplir.
      </p>
      <div className="grid gap-3 sm:grid-cols-3">
        {Array.from({ length: count }, (_, index) => {
          const id = `dates-${index}`;
          return (
            <Field key={id} id={id} label={`Date ${index + 1}`} errors={errors[id] === undefined ? [] : [errors[id]]}>
              {(control) => <input {...control} type="date" name="dates" defaultValue={typed.dates[index] ?? ''} />}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

function Term({ page, typed, errors }: Props) {
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <>
      <Field id="du" label="Premier jour" errors={of('du')}>
        {(control) => <input {...control} type="date" name="du" defaultValue={typed.du} />}
      </Field>
      <TermSelect id="depuis" label="ou à partir d’une rentrée" choices={page.starts} value={typed.depuis} />
      <Field id="au" label="Dernier jour" errors={of('au')}>
        {(control) => <input {...control} type="date" name="au" defaultValue={typed.au} />}
      </Field>
      <TermSelect id="jusqua" label="ou jusqu’à des vacances" choices={page.ends} value={typed.jusqua} />
    </>
  );
}

function TermSelect({
  id,
  label,
  choices,
  value,
}: {
  id: string;
  label: string;
  choices: readonly TermChoice[];
  value: string;
}) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <select {...control} name={id} defaultValue={value}>
          <option value="">la date ci-contre</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Skipped({ typed }: Pick<Props, 'typed'>) {
  return (
    <Fieldset
      id="saute"
      legend="La série saute"
      hint="Chaque date sautée sera montrée avec sa raison, et pourra être gardée."
    >
      <div className="grid gap-2 sm:grid-cols-3">
        <CheckboxCard name="feries" value="oui" label="Les jours fériés" defaultChecked={typed.feries} />
        <CheckboxCard name="vacances" value="oui" label="Les vacances scolaires" defaultChecked={typed.vacances} />
        <CheckboxCard
          name="fermetures"
          value="oui"
          label="Les fermetures et absences"
          defaultChecked={typed.fermetures}
        />
      </div>
    </Fieldset>
  );
}
