import { useContext, useState, type ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';
import { FieldError } from '#app/ui/field.tsx';
import { Plus } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import { rowsOf } from './form-fields.ts';
import { ClosingControls, OpeningControls } from './dated-controls.tsx';
import { MODE_WORDS } from './rule-sentences.ts';
import { Boxes, Choice, DateInput, NumberInput, Pick, RulesContext } from './rules-controls.tsx';
import { COUNTINGS, MODES, PERIODS, PROFESSIONS, SCOPES } from './rules-fields.ts';
import { PER_PERIOD } from './quota-period.ts';

type Named = { id: string; name: string };
const asOptions = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }));

export const ModeControls = ({ first }: { first: ReactNode }) => (
  <>
    {first}
    {MODES.map((mode) => (
      <Choice key={mode} name="mode" value={mode} label={MODE_WORDS[mode]} />
    ))}
  </>
);

const KIND_WORDS = {
  ASSISTANTE_MATERNELLE: 'assistantes maternelles',
  GARDE_A_DOMICILE: 'gardes d’enfants à domicile',
  CANDIDATE: 'candidates à l’agrément',
} as const;

const PARENTS = [{ value: '1', label: 'parents et autres adultes : le relais les inscrit' }];

/** Kinds, where they come from, and when the others may. */
export function WhoControls({ first, communes }: { first: ReactNode; communes: readonly Named[] }) {
  const professions = PROFESSIONS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }));
  return (
    <>
      {first}
      <Choice name="who" value="some" label="les personnes suivantes">
        <div className="grid gap-4">
          <fieldset className="choices">
            <legend className="font-bold">Quels métiers</legend>
            <Boxes name="who.kinds" options={professions} />
          </fieldset>
          <fieldset className="choices" id="who.otherKinds" tabIndex={-1}>
            <legend className="font-bold">Et les métiers non cochés, à partir de quand ?</legend>
            <OpeningControls
              prefix="who.otherKinds"
              first={<Choice name="who.otherKinds" value="never" label="jamais" />}
            />
          </fieldset>
          <fieldset className="choices">
            <legend className="font-bold">D’où</legend>
            <Choice name="who.from" value="ALL" label="de tous les relais" />
            <Choice name="who.from" value="MEMBERS" label="membres du relais" />
            <Choice name="who.from" value="HOME" label="rattachées au relais (leur relais principal)" />
            <Choice name="who.from" value="COMMUNES" label="qui exercent dans ces communes">
              <Boxes name="who.communes" options={asOptions(communes)} />
            </Choice>
          </fieldset>
          <fieldset className="choices" id="who.others" tabIndex={-1}>
            <legend className="font-bold">Et les autres relais, à partir de quand ?</legend>
            <OpeningControls prefix="who.others" first={<Choice name="who.others" value="never" label="jamais" />} />
          </fieldset>
          <fieldset className="choices">
            <legend className="font-bold">Et sans compte</legend>
            <Boxes name="who.participants" options={PARENTS} />
          </fieldset>
        </div>
      </Choice>
    </>
  );
}

export const ChildrenControls = ({ first }: { first: ReactNode }) => (
  <>
    {first}
    <Choice name="children" value="REQUIRED" label="attendus : on vient avec au moins un enfant">
      <MostPerAdult name="children.REQUIRED.perAdult" />
    </Choice>
    <Choice name="children" value="OPTIONAL" label="bienvenus : avec ou sans">
      <MostPerAdult name="children.OPTIONAL.perAdult" />
    </Choice>
    <Choice name="children" value="NONE" label="sans les enfants" />
  </>
);

const MostPerAdult = ({ name }: { name: string }) => (
  <NumberInput
    name={name}
    label="Nombre d’enfants par adulte, au plus"
    before="au plus"
    after="enfants par adulte (vide : sans limite)"
    max={12}
  />
);

const SCOPE_WORDS = { ACTIVITY: 'à cette activité', KIND: 'à ce type d’activité', RELAIS: 'à tout au relais' } as const;

/** As many lines as are filled, and spare ones: two without script, one and a button with it. */
function useRows(prefix: string, key: string) {
  const { fields } = useContext(RulesContext);
  const filled = rowsOf(fields, prefix, key).at(-1) ?? -1;
  const [more, setMore] = useState(0);
  const spare = useHydrated() ? 1 + more : 2;
  return { rows: Array.from({ length: filled + 1 + spare }, (_, row) => row), add: () => setMore(more + 1) };
}

/** How often one may book: a line a quota; `first` stands on top ("comme le relais"). */
export function QuotaControls({ first }: { first: ReactNode }) {
  const { rows, add } = useRows('quotas', 'most');
  return (
    <>
      {first}
      <Choice name="quotas" value="none" label="aucun" />
      <Choice name="quotas" value="some" label="au plus, par personne (une ligne vide ne compte pas)">
        <div className="grid gap-3">
          {rows.map((row) => (
            <div key={row} className="flex flex-wrap items-center gap-2">
              <NumberInput name={`quotas.${row}.most`} label={`Quota ${row + 1} : nombre`} max={100} />
              <Pick
                name={`quotas.${row}.counting`}
                label={`Quota ${row + 1} : ce qui est compté`}
                options={COUNTINGS.map((one) => ({
                  value: one,
                  label: one === 'BOOKINGS' ? 'inscriptions' : 'présences',
                }))}
              />
              <Pick
                name={`quotas.${row}.over`}
                label={`Quota ${row + 1} : à quoi`}
                options={SCOPES.map((scope) => ({ value: scope, label: SCOPE_WORDS[scope] }))}
              />
              <Pick
                name={`quotas.${row}.per`}
                label={`Quota ${row + 1} : période`}
                options={PERIODS.map((per) => ({ value: per, label: PER_PERIOD[per] }))}
              />
            </div>
          ))}
          <AddRow onClick={add} label="Ajouter un quota" />
        </div>
      </Choice>
    </>
  );
}

/** What one must tick to book: a line a condition; `first` stands on top ("comme le relais"). */
export function ConditionControls({ first }: { first: ReactNode }) {
  const { fields, errors } = useContext(RulesContext);
  const { rows, add } = useRows('conditions', 'words');
  return (
    <>
      {first}
      <Choice name="conditions" value="none" label="aucune" />
      <Choice name="conditions" value="some" label="la personne coche, en s’inscrivant :">
        <div className="grid w-full gap-2">
          {rows.map((row) => {
            const name = `conditions.${row}.words`;
            return (
              <div key={row}>
                <input
                  type="hidden"
                  name={`conditions.${row}.code`}
                  value={fields.get(`conditions.${row}.code`) ?? ''}
                />
                <input
                  id={name}
                  name={name}
                  className="input"
                  maxLength={200}
                  aria-label={`Condition ${row + 1}`}
                  placeholder="J’ai l’autorisation écrite des parents."
                  defaultValue={fields.get(name) ?? ''}
                  aria-invalid={errors[name] === undefined ? undefined : true}
                />
                <FieldError id={name} errors={errors[name] === undefined ? [] : [errors[name]]} />
              </div>
            );
          })}
          <AddRow onClick={add} label="Ajouter une condition" />
        </div>
      </Choice>
    </>
  );
}

/** One more line; without script the form has spare ones. */
export function AddRow({ onClick, label }: { onClick: () => void; label: string }) {
  if (!useHydrated()) return null;
  return (
    <p>
      <Button type="button" variant="quiet" onClick={onClick}>
        <Plus size={20} />
        {label}
      </Button>
    </p>
  );
}

export const ReglementControls = ({ first }: { first: ReactNode }) => (
  <>
    {first}
    <Choice name="reglement" value="REQUIRED" label="à accepter avant la première inscription" />
    <Choice name="reglement" value="NOT_ASKED" label="pas demandé" />
  </>
);

export const PriorityControls = ({ first, communes }: { first: ReactNode; communes: readonly Named[] }) => (
  <>
    {first}
    <Choice name="priority" value="ARRIVAL" label="dans l’ordre d’arrivée" />
    <Choice name="priority" value="FEWEST_PRESENCES" label="d’abord celles qui sont le moins venues">
      <NumberInput
        name="priority.FEWEST_PRESENCES.days"
        label="Depuis combien de jours"
        before="depuis"
        after="jours"
        max={1000}
      />
    </Choice>
    <Choice name="priority" value="HOME_FIRST" label="d’abord celles du relais, ou des communes cochées">
      <NumberInput
        name="priority.HOME_FIRST.daysBefore"
        label="Jusqu’à combien de jours avant la séance"
        before="jusqu’à"
        after="jours avant la séance (0 : toujours)"
        max={366}
      />
      <DateInput
        name="priority.HOME_FIRST.through"
        label="Ou jusqu’à une date, comprise"
        before="ou jusqu’au"
        after="compris"
      />
      <Boxes name="priority.HOME_FIRST.communes" options={asOptions(communes)} />
    </Choice>
  </>
);

export const OfferControls = ({ first }: { first: ReactNode }) => (
  <>
    {first}
    <Choice name="offerHours" value="some" label="pour répondre à une proposition de place">
      <NumberInput
        name="offerHours.hours"
        label="Nombre d’heures pour répondre"
        after="heures, comptées de 7 h à 20 h"
        max={240}
      />
    </Choice>
  </>
);

export const MinimumControls = ({ first }: { first: ReactNode }) => (
  <>
    {first}
    <Choice name="minimum" value="none" label="aucun" />
    <Choice name="minimum" value="some" label="un nombre minimum de personnes">
      <div className="grid gap-3">
        <NumberInput
          name="minimum.adults"
          label="Nombre minimum de personnes"
          after="personnes, sinon le relais décide"
          max={500}
        />
        <fieldset className="choices">
          <legend className="font-bold">Décision</legend>
          <ClosingControls prefix="minimum.decision" first={null} />
        </fieldset>
      </div>
    </Choice>
  </>
);
