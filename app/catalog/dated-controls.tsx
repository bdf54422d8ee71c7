import type { ReactNode } from 'react';
import { dayName } from '#app/time/french.ts';
import { Choice, DateInput, DayPick, NumberInput, Pick, TimeInput } from './rules-controls.tsx';
import { WEEKDAYS } from './opening-fields.ts';

const NTHS = ['1er', '2e', '3e', '4e', 'dernier'].map((label, index) => ({ value: index + 1, label }));
/** The usual one first: it stands there before anything is chosen. */
const MONTHS = [
  { value: 1, label: 'du mois précédent' },
  { value: 0, label: 'du même mois' },
  { value: 2, label: 'de 2 mois avant' },
  { value: 3, label: 'de 3 mois avant' },
];
const WEEKS = [
  { value: 1, label: 'de la semaine précédente' },
  { value: 0, label: 'de la même semaine' },
  { value: 2, label: 'de 2 semaines avant' },
  { value: 3, label: 'de 3 semaines avant' },
  { value: 4, label: 'de 4 semaines avant' },
];

/** When enrolment opens: each way with its inputs. `first` stands on top ("comme le relais", "jamais"). */
export function OpeningControls({ prefix, first }: { prefix: string; first: ReactNode }) {
  const at = (type: string) => ({ name: prefix, value: type });
  return (
    <>
      {first}
      <Choice {...at('always')} label="dès la publication" />
      <Choice {...at('at')} label="à une date fixe">
        <DateInput name={`${prefix}.at.date`} label="Date d’ouverture" before="le" />
        <TimeInput name={`${prefix}.at.time`} label="Heure d’ouverture" before="à" />
      </Choice>
      <Choice {...at('daysBefore')} label="des jours avant la séance">
        <NumberInput name={`${prefix}.daysBefore.days`} label="Nombre de jours avant" after="jours avant" max={366} />
        <TimeInput name={`${prefix}.daysBefore.time`} label="Heure, des jours avant" before="à" />
      </Choice>
      <Choice {...at('weekBefore')} label="un jour de la semaine">
        <DayPick name={`${prefix}.weekBefore.day`} label="Jour de la semaine" before="le" />
        <Pick name={`${prefix}.weekBefore.weeks`} label="De quelle semaine" options={WEEKS} />
        <TimeInput name={`${prefix}.weekBefore.time`} label="Heure, ce jour de la semaine" before="à" />
      </Choice>
      <Choice {...at('monthBefore')} label="un jour du mois">
        <NumberInput name={`${prefix}.monthBefore.day`} label="Jour du mois" before="le" max={31} />
        <Pick name={`${prefix}.monthBefore.months`} label="De quel mois" options={MONTHS} />
        <TimeInput name={`${prefix}.monthBefore.time`} label="Heure, ce jour du mois" before="à" />
      </Choice>
      <Choice {...at('monthWeekday')} label="le 1er lundi, 2e mardi… du mois">
        <Pick name={`${prefix}.monthWeekday.nth`} label="Lequel du mois" before="le" options={NTHS} />
        <DayPick name={`${prefix}.monthWeekday.day`} label="Jour de la semaine du mois" />
        <Pick name={`${prefix}.monthWeekday.months`} label="De quel mois, ce jour-là" options={MONTHS} />
        <TimeInput name={`${prefix}.monthWeekday.time`} label="Heure, ce jour-là du mois" before="à" />
      </Choice>
    </>
  );
}

/** When enrolment closes, or when a minimum is decided upon. */
export function ClosingControls({ prefix, first }: { prefix: string; first: ReactNode }) {
  return (
    <>
      {first}
      <SimpleClosings prefix={prefix} />
      <Choice name={prefix} value="weekdayTable" label="selon le jour de la séance">
        <WeekdayTable prefix={`${prefix}.weekdayTable`} />
      </Choice>
    </>
  );
}

function SimpleClosings({ prefix }: { prefix: string }) {
  const at = (type: string) => ({ name: prefix, value: type });
  return (
    <>
      <Choice {...at('none')} label="au début de la séance" />
      <Choice {...at('eveningBefore')} label="la veille">
        <TimeInput name={`${prefix}.eveningBefore.time`} label="Heure, la veille" before="à" />
      </Choice>
      <Choice {...at('hoursBefore')} label="des heures avant">
        <NumberInput name={`${prefix}.hoursBefore.hours`} label="Nombre d’heures avant" after="heures avant le début" />
      </Choice>
      <Choice {...at('daysBefore')} label="des jours avant (0 : le jour même)">
        <NumberInput name={`${prefix}.daysBefore.days`} label="Nombre de jours avant" after="jours avant" max={366} />
        <TimeInput name={`${prefix}.daysBefore.time`} label="Heure, des jours avant" before="à" />
      </Choice>
      <Choice {...at('lastWorkingDay')} label="des jours ouvrés avant">
        <NumberInput
          name={`${prefix}.lastWorkingDay.days`}
          label="Nombre de jours ouvrés avant"
          after="jour(s) ouvré(s) avant"
          max={30}
        />
        <TimeInput name={`${prefix}.lastWorkingDay.time`} label="Heure, des jours ouvrés avant" before="à" />
      </Choice>
      <Choice {...at('weekBefore')} label="un jour de la semaine">
        <DayPick name={`${prefix}.weekBefore.day`} label="Jour de la semaine" before="le" />
        <Pick name={`${prefix}.weekBefore.weeks`} label="De quelle semaine" options={WEEKS} />
        <TimeInput name={`${prefix}.weekBefore.time`} label="Heure, ce jour de la semaine" before="à" />
      </Choice>
      <Choice {...at('at')} label="à une date fixe">
        <DateInput name={`${prefix}.at.date`} label="Date" before="le" />
        <TimeInput name={`${prefix}.at.time`} label="Heure, à cette date" before="à" />
      </Choice>
    </>
  );
}

/** A line a weekday of the session; those without a day follow "sinon". */
function WeekdayTable({ prefix }: { prefix: string }) {
  return (
    <div className="grid gap-2">
      {WEEKDAYS.map((day) => (
        <div key={day} className="flex flex-wrap items-center gap-2">
          <span className="w-36">pour un {dayName(day)}</span>
          <DayPick name={`${prefix}.${day}.day`} label={`Pour un ${dayName(day)} : le`} none="comme sinon" />
          <TimeInput name={`${prefix}.${day}.time`} label={`Pour un ${dayName(day)} : à`} before="à" />
        </div>
      ))}
      <fieldset className="choices">
        <legend className="font-bold">Sinon</legend>
        <SimpleClosings prefix={`${prefix}.otherwise`} />
      </fieldset>
    </div>
  );
}
