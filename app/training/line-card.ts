import { dayPlain, plural } from '#app/time/french.ts';
import { euros } from '#app/time/money.ts';
import { lineStageLabel, type LineStage } from './line-stage.ts';
import { lineNextStep, type LineFacts } from './next-step.ts';
import { hoursInWords, PAYERS, qualiopiWarning, type Payer } from './plan-words.ts';

/** What is known of a line; days are ISO. */
export type LineSource = Pick<LineFacts, 'people' | 'ready' | 'minPeople' | 'filesDueOn' | 'stage'> & {
  id: string;
  title: string;
  relais: string;
  theme: string | null;
  organisation: string | null;
  qualiopiUntil: string | null;
  maxPeople: number | null;
  minutes: number | null;
  costCents: number | null;
  payer: Payer | null;
  trained: number;
  first: string | null;
  last: string | null;
  halfDays: number;
};

/** A line in words ready to show. */
export type LineCard = {
  id: string;
  title: string;
  stage: LineStage;
  stageLabel: string;
  next: string;
  relais: string;
  theme: string | null;
  organisation: string | null;
  people: number;
  ready: number;
  minPeople: number;
  maxPeople: number | null;
  trained: number;
  /** "14 h"; null: unknown. */
  hours: string | null;
  /** "1 200 € pour 8 personnes, Plan de développement…"; null: unknown. */
  cost: string | null;
  /** "du 12 au 19 mars, 4 demi-journées"; null: not dated. */
  dates: string | null;
  /** "dossiers attendus le 12 janvier" */
  due: string | null;
  warning: string | null;
};

/** @param validators names of those who may validate it */
export function lineCard(row: LineSource, validators: readonly string[], today: string): LineCard {
  const { first, last, organisation, qualiopiUntil, filesDueOn } = row;
  const dates = first === null || last === null ? null : { first, last };
  const facts = {
    ...row,
    dates,
    hasOrganisation: organisation !== null,
    hasDuration: row.minutes !== null,
    validators,
  };
  const { id, title, stage, relais, theme, people, ready, minPeople, maxPeople, trained } = row;
  return {
    ...{ id, title, stage, relais, theme, organisation, people, ready, minPeople, maxPeople, trained },
    stageLabel: lineStageLabel(stage),
    next: lineNextStep(facts, today),
    hours: row.minutes === null ? null : hoursInWords(row.minutes),
    cost: costInWords(row),
    dates: dates && datesInWords(dates, row.halfDays, today),
    due: filesDueOn === null ? null : `dossiers attendus le ${dayPlain(filesDueOn, { reference: today })}`,
    warning: organisation === null ? null : qualiopiWarning(organisation, qualiopiUntil, last ?? today),
  };
}

function costInWords({ costCents, payer, people }: LineSource): string | null {
  const who = PAYERS.find(({ code }) => code === payer)?.label ?? null;
  if (costCents === null) return who;
  const total = `${euros(costCents * people)} pour ${plural(people, 'personne', 'personnes')}`;
  return who === null ? total : `${total} · ${who}`;
}

function datesInWords({ first, last }: { first: string; last: string }, halfDays: number, today: string): string {
  const count = plural(halfDays, 'demi-journée', 'demi-journées');
  const day = (date: string) => dayPlain(date, { reference: today });
  return first === last ? `${day(first)}, ${count}` : `${day(first)} – ${day(last)}, ${count}`;
}
