import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { KINDS } from '#app/catalog/kinds.ts';
import { settingOn, type OwnValues } from '#app/people/dated-settings.ts';
import { publicHoliday } from '#app/time/public-holidays.ts';
import { weekday } from '#app/time/iso-date.ts';
import { hoursOfYear, inHours, type Followed, type HoursOfYear } from './training-hours.ts';

/** She was there: one session, which is a half-day of a training. */
export type Attended = {
  activityId: string;
  title: string;
  kind: ActivityKindName;
  relais: string;
  /** Day and hour on the wall. */
  on: string;
  from: string;
  minutes: number;
};

export type Presences = { kind: ActivityKindName; label: string; times: number; hours: number };

export type YearHours = HoursOfYear & {
  /** Credited by attendance, declared from elsewhere: both within `done`. */
  credited: number;
  declared: number;
  /** The département's, apart. */
  initial: number;
  /** Groups of analysis, when they are hers to show; apart. */
  analyse: number;
  /** Everything else she came to; apart. */
  presences: Presences[];
  /** Training followed here outside working time, and the allocation due for it at the rates of those days. */
  outside: { hours: number; euros: number | null };
};

type Facts = {
  attended: readonly Attended[];
  declared: readonly Followed[];
  /** `YYYY-MM-DD`: the current year is counted with what is in force today, a past one with its last day's. */
  today: string;
  own: OwnValues;
};

/** What is counted of one calendar year. */
export function yearHours(year: number, { attended, declared, today, own }: Facts): YearHours {
  const mine = attended.filter(({ on }) => on.startsWith(`${year}-`));
  const trainings = mine.filter(({ kind }) => kind === 'FORMATION');
  const others = declared.filter(({ on }) => on.startsWith(`${year}-`));
  const lastDay = `${year}-12-31`;
  const right = settingOn('training.hoursAYear', today < lastDay ? today : lastDay, own);
  const followed = [...trainings.map(({ on, minutes }) => ({ on, minutes, initial: false })), ...others];
  return {
    ...hoursOfYear(followed, year, right),
    credited: inHours(sum(trainings)),
    declared: inHours(sum(others.filter(({ initial }) => !initial))),
    initial: inHours(sum(others.filter(({ initial }) => initial))),
    analyse: inHours(sum(mine.filter(({ kind }) => kind === 'ANALYSE'))),
    presences: presencesOf(mine),
    outside: outsideOf(trainings, own),
  };
}

/** The years in which something happened, and the current one, the latest first. */
export function yearsOf({ attended, declared, today }: Facts): number[] {
  const days = [today, ...attended.map(({ on }) => on), ...declared.map(({ on }) => on)];
  return [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort((one, other) => other - one);
}

/** Is a half-day of training outside working time: a weekend, a public holiday, an evening? */
export function isOutsideWork({ on, from }: Pick<Attended, 'on' | 'from'>, own: OwnValues): boolean {
  if (weekday(on) >= 6 || publicHoliday(on) !== null) return true;
  const evening = settingOn('training.eveningHour', on, own);
  return evening !== null && Number(from.slice(0, 2)) + Number(from.slice(3, 5)) / 60 >= evening;
}

function outsideOf(trainings: readonly Attended[], own: OwnValues): YearHours['outside'] {
  const outside = trainings.filter((one) => isOutsideWork(one, own));
  const due = outside.flatMap(({ on, minutes }) => {
    const rate = settingOn('training.allocationAnHour', on, own);
    return rate === null ? [] : [(minutes / 60) * rate];
  });
  const euros = due.length === 0 ? null : Math.round(due.reduce((all, one) => all + one, 0) * 100) / 100;
  return { hours: inHours(sum(outside)), euros };
}

function presencesOf(mine: readonly Attended[]): Presences[] {
  return KINDS.filter(({ kind }) => kind !== 'FORMATION' && kind !== 'ANALYSE').flatMap(({ kind, several }) => {
    const came = mine.filter((one) => one.kind === kind);
    return came.length === 0 ? [] : [{ kind, label: several, times: came.length, hours: inHours(sum(came)) }];
  });
}

const sum = (list: readonly { minutes: number }[]) => list.reduce((all, { minutes }) => all + minutes, 0);
