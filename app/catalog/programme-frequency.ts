import { type Weekday } from '#app/time/iso-date.ts';
import { type Nth } from '#app/time/recurrence.ts';
import { readWeekday, WEEKDAY } from '#app/catalog/programme-dates.ts';
import { take, takeAll, type Reader } from '#app/catalog/programme-text.ts';

export type Frequency =
  | { type: 'once' }
  | { type: 'daily' }
  | { type: 'weekly'; every: number; parity: 'even' | 'odd' | null }
  /** empty `nths`: which weeks of the month is not said; `times` a month */
  | { type: 'monthly'; nths: Nth[]; times: number }
  /** so many times a week (or a fortnight …), the days not said */
  | { type: 'times'; times: number; per: 'semaine' | 'trimestre' | 'semestre' | 'an' }
  /** every so many years */
  | { type: 'yearly'; every: number }
  /** "plusieurs séances", "5 séances", "occasionnelle" */
  | { type: 'unsaid'; sessions: number | null };

/** `range`: the weekdays come from "du lundi au vendredi". */
type WeekdaysRead = { weekdays: Weekday[]; range: boolean; doubt: string | null };
export type FrequencyRead = { frequency: Frequency | null } & WeekdaysRead;

const COUNTS: Record<string, number> = {
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12, quinze: 15,
}; // prettier-ignore
const N = `(\\d{1,2}|${Object.keys(COUNTS).join('|')})`;
const PART = '(?: (?:matins?|matinees?|soirs?|soirees?|apres-midis?))?';
const UNIT = `(?: ?(?:x|fois|matinees?|matins?|seances?|ateliers?|rencontres?|apres-midis?|soirees?|jours?|reunions?|demi-journees?|temps)\\b|(?= ?(?:/|par)))`;
const NTH = `(?:1 ?(?:er|ere|re)s?|premiere?s?|2 ?(?:e|eme|nd|nde|ieme)s?|deuxiemes?|seconde?s?|[345] ?(?:e|eme|ieme)s?|troisiemes?|quatriemes?|cinquiemes?|avant-derniere?s?|derniere?s?)`;

type Rule = readonly [RegExp, (match: RegExpExecArray) => Frequency];

const weekly = (every: number, parity: 'even' | 'odd' | null = null): Frequency => ({ type: 'weekly', every, parity });
const monthly = (times = 1, nths: Nth[] = []): Frequency => ({ type: 'monthly', nths, times });
const ordinals = (match: RegExpExecArray): Frequency => {
  const nths = [
    ...new Set([...(match[1] ?? '').matchAll(new RegExp(NTH, 'gu'))].flatMap((word) => nthOf(word[0]) ?? [])),
  ];
  return monthly(Math.max(1, nths.length), nths);
};

/** Order matters: the first rule that reads something gives the frequency; the weekday inside stays readable. */
const RULES: readonly Rule[] = [
  [new RegExp(`\\b(?:une?|1) (?=(?:${WEEKDAY})${PART} ?(?:sur|/) ?${N})`, 'u'), () => weekly(0)],
  [new RegExp(`(?:toutes )?(?:les )?(?:une?|1) (?:semaine|fois)${PART} (?:sur|/) ?${N}\\b`, 'u'), (match) => weekly(count(match[1]))],
  [new RegExp(`\\btous les ${N} jours\\b`, 'u'), (match) => fortnight(count(match[1]))],
  [/\b(?:par|chaque) quinzaine\b|\bbi[- ]?mensuel(?:le)?s?\b(?= ?\(?(?:1|une) semaine sur (?:2|deux))|\bquinzomadaires?\b/u, () => weekly(2)],
  [new RegExp(`\\btoutes les ${N} semaines\\b|\\b1 ?(?:sem\\.?)? ?/ ?(2|3)\\b(?! ?j)`, 'u'), (match) => weekly(count(match[1] ?? match[2]))],
  [/\b(?:(?:les |en |une )?semaines?|sem\.?) paires?\b/u, () => weekly(2, 'even')],
  [/\b(?:(?:les |en |une )?semaines?|sem\.?) impaires?\b/u, () => weekly(2, 'odd')],
  [new RegExp(`(?:les? |chaque |tous les |aux? )?((?:${NTH})(?:(?: ?,| et| &| ou|/| -)+ ?(?:les? )?${NTH})*)(?: ?\\([^)]*\\))?(?= ${WEEKDAY})`, 'u'), ordinals],
  [new RegExp(`${N}${UNIT} ?(?:/|par|chaque|dans le) ?(?:mois|m\\b)`, 'u'), (match) => monthly(count(match[1]))],
  [new RegExp(`\\b${N} (?=(?:${WEEKDAY})${PART} (?:par|/|chaque) ?mois)`, 'u'), (match) => monthly(count(match[1]))],
  [/\bbi[- ]?mensuel(?:le)?s?\b/u, () => monthly(2)],
  [/\bmensuel(?:le)?s?(?:ment)?\b|\btous les mois\b|\bchaque mois\b|\bpar mois\b/u, () => monthly()],
  [/\bbi[- ]?hebdomadaires?\b/u, () => ({ type: 'times', times: 2, per: 'semaine' })],
  [new RegExp(`(?:environ )?${N}${UNIT} ?(?:/|par|chaque) ?(semaine|sem\\b|trimestre|semestre|an\\b|annee)`, 'u'), (match) => times(count(match[1]), match[2] ?? '')],
  [/\btrimestriel(?:le)?s?\b|\b(?:tous les|chaque) trimestres?\b/u, () => times(1, 'trimestre')],
  [/\bsemestriel(?:le)?s?\b|\b(?:tous les|chaque) semestres?\b/u, () => times(1, 'semestre')],
  [new RegExp(`\\btous les ${N} ans(?: par \\w+)?\\b|\\bbiennale?\\b`, 'u'), (match) => ({ type: 'yearly', every: count(match[1] ?? '2') })],
  [/\bannuel(?:le)?s?(?:lement)?\b|\btous les ans\b|\bchaque annee\b/u, () => ({ type: 'yearly', every: 1 })],
  [/\bquotidien(?:ne)?s?(?:nement)?\b|\b(?:tous les|chaque) (?:jours?|matins?|matinees?|soirs?|apres-midis?)(?: de la semaine| ouvres?| ouvrables?| d'ecole)?\b|\btoutes les (?:matinees|apres-midis?)\b|\btlj\b/u, () => ({ type: 'daily' })],
  [/\bhebdo(?:madaire)?s?(?:ment)?\b|\b(?:chaque|toutes? les?|par) semaines?\b|\b(?:(?:1|une) ?(?:fois|x) ?(?:\/|par) ?semaine)\b/u, () => weekly(1)],
  [/\bponctuel(?:le)?s?(?:lement)?\b|\bdate unique\b|\b(?:une|1) (?:seule )?(?:fois|seance)\b|\bseance unique\b|\bunique\b|\bexceptionnel(?:le)?s?(?:lement)?\b/u, () => ({ type: 'once' })],
  [new RegExp(`\\b(?:cycle de )?(?:plusieurs |quelques |${N} )(?:seances?|dates?|rencontres?|ateliers?)\\b|\\boccasionnel(?:le)?s?(?:lement)?\\b|\\bregulier(?:e)?(?:ment)?s?\\b`, 'u'), (match) => ({ type: 'unsaid', sessions: match[1] ? count(match[1]) : null })],
]; // prettier-ignore

const EVERY = new RegExp(`\\b(?:chaque|tous les|tout les|les|le) (?=${WEEKDAY})`, 'u');

/** The rhythm and the weekdays of a text; dates and clock times must be taken before. Takes what it reads. */
export function takeFrequency(reader: Reader): FrequencyRead {
  const found: Frequency[] = [];
  for (const [pattern, make] of RULES) {
    const match = take(reader, pattern);
    if (match) found.push(make(match));
    if (match && found.length === 1 && make(match).type === 'weekly') tidyOneIn(reader, found);
  }
  if (take(reader, EVERY) && found.length === 0) found.push(weekly(1));
  const days = takeWeekdays(reader);
  const several = new Set(found.map(({ type }) => type)).size > 1 && !(found.length === 2 && refines(found));
  return {
    frequency: best(found),
    ...days,
    doubt: days.doubt ?? (several ? 'plusieurs fréquences sont écrites : laquelle ?' : null),
  };
}

/** "un [lundi matin] sur deux": the end of the phrase gives the number. */
function tidyOneIn(reader: Reader, found: Frequency[]): void {
  const first = found[0];
  if (first?.type !== 'weekly' || first.every !== 0) return;
  const match = take(reader, new RegExp(`(?<=(?:${WEEKDAY})${PART}) ?(?:sur|/) ?${N}\\b`, 'u'));
  found[0] = weekly(match ? count(match[1]) : 1);
}

/** "annuelle, en une fois", "quotidienne, 5 fois par semaine": the second says the first otherwise. */
function refines(found: Frequency[]): boolean {
  const types = found.map(({ type }) => type);
  return types.includes('once') || types.includes('unsaid') || (types.includes('daily') && types.includes('times'));
}

/** "mensuelle, deuxième mercredi" says the week; "les jeudis, semaines paires" the parity: the more precise one wins. */
function best(found: Frequency[]): Frequency | null {
  const precise = found.find(
    (one) =>
      (one.type === 'monthly' && one.nths.length > 0) ||
      (one.type === 'weekly' && (one.every > 1 || one.parity !== null)),
  );
  return precise ?? found[0] ?? null;
}

function takeWeekdays(reader: Reader): WeekdaysRead {
  const span = take(reader, new RegExp(`(?:du )?(${WEEKDAY}) ?(?:au|a) ?(${WEEKDAY})`, 'u'));
  if (span) return { weekdays: between(span[1], span[2]), range: true, doubt: null };
  const dashed = take(reader, new RegExp(`(${WEEKDAY}) ?- ?(${WEEKDAY})(?! ?-)`, 'u'));
  if (dashed) {
    const whole = between(dashed[1], dashed[2]);
    return whole.length === 5
      ? { weekdays: whole, range: true, doubt: null }
      : {
          weekdays: both(dashed[1], dashed[2]),
          range: false,
          doubt: `« ${dashed[0].trim()} » : ces deux jours, ou tous les jours de l’un à l’autre ?`,
        };
  }
  const days = takeAll(reader, new RegExp(WEEKDAY, 'u')).flatMap((match) => readWeekday(match[0]) ?? []);
  return { weekdays: [...new Set(days)].sort((a, b) => a - b), range: false, doubt: null };
}

function between(first = '', last = ''): Weekday[] {
  const week: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  const from = readWeekday(first) ?? 1;
  const to = readWeekday(last) ?? 7;
  return from <= to ? week.filter((day) => day >= from && day <= to) : both(first, last);
}

function both(first = '', last = ''): Weekday[] {
  return [first, last].flatMap((word) => readWeekday(word) ?? []);
}

function count(word: string | undefined): number {
  return COUNTS[word ?? ''] ?? Math.max(1, Number(word ?? 1) || 1);
}

function fortnight(days: number): Frequency {
  if (days === 15 || days === 14) return weekly(2);
  return days % 7 === 0 ? weekly(days / 7) : { type: 'unsaid', sessions: null };
}

function times(number: number, per: string): Frequency {
  if (per.startsWith('sem') && per !== 'semestre')
    return number === 1 ? weekly(1) : { type: 'times', times: number, per: 'semaine' };
  if (per.startsWith('an'))
    return number === 1 ? { type: 'yearly', every: 1 } : { type: 'times', times: number, per: 'an' };
  return { type: 'times', times: number, per: per === 'semestre' ? 'semestre' : 'trimestre' };
}

function nthOf(word: string): Nth | null {
  if (/^(1|prem)/.test(word)) return 1;
  if (/^(2|deux|second)/.test(word)) return 2;
  if (/^(3|trois)/.test(word)) return 3;
  if (/^(4|quat)/.test(word)) return 4;
  if (/^(5|cinq)/.test(word)) return 5;
  return word.startsWith('dern') ? 'last' : null;
}
