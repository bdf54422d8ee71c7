import { type Weekday } from '#app/time/iso-date.ts';
import { MONTH, readDay, readMonth, readWeekday, WEEKDAY, type PartialDay } from '#app/catalog/programme-dates.ts';
import { take, takeAll, type Reader } from '#app/catalog/programme-text.ts';

/** What a text says of holidays and of the dates it leaves out. */
export type HolidaysRead = {
  school: 'skip' | 'keep' | 'only' | null;
  public: 'skip' | 'keep' | null;
  /** names of the holidays kept or skipped by name: "Noël", "Toussaint" */
  keptByName: string[];
  skippedByName: string[];
  exceptMonths: number[];
  exceptWeekdays: Weekday[];
  exceptDays: PartialDay[];
};

const NAMES: readonly [string, string][] = [
  ['toussaint|automne', 'Toussaint'],
  ["noel|fin d'annee|fetes(?: de fin d'annee)?|decembre", 'Noël'],
  ["d'hiver|hiver|fevrier", 'Hiver'],
  ["de printemps|printemps|paques|d'avril|avril", 'Printemps'],
  ["d'ete|ete|estivales?|juillet et aout", 'Été'],
];
const NAMED = `(?:${NAMES.map(([names]) => names).join('|')})(?![a-z])`;
const OFF = String.raw`(?:hors|sauf|excepte|hormis|en dehors|a l'exception|excluant|exclus?|pas|fermeture|ferme[es]*|interruption)`;
const DURING = `(?: d'| de| du| des| les| le| la| l'| pendant| durant| aux| au| toutes| periodes?)*`;
const SCHOOL = '(?:vacances(?: scolaires?)?|vac(?![a-z])\\.?(?: scol\\.?)?|conges scolaires?|v\\.?s\\.?(?![a-z]))';

const SKIPPED = [
  new RegExp(`${OFF}${DURING} ?${SCHOOL}(?! (?:d'|de la |de l'|des |de |du )?${NAMED})`, 'u'),
  /\bhvs\b|(?:uniquement |seulement )?(?:en|pendant|durant|hors)(?: les?| la)? (?:periodes?|semaines?|temps) (?:scolaires?|d'ecole)|\bsemaines? scolaires?\b|\bperiodes? scolaires?\b|\bselon (?:le )?calendrier scolaire\b|\bcalendrier scolaire\b/u,
  new RegExp(`${SCHOOL} (?:exclues?|exceptees?|non comprises|non incluses)`, 'u'),
];
const KEPT = [
  new RegExp(`(?:y compris|meme|et|aussi|egalement|ouvert|maintenus?)${DURING} ?${SCHOOL}(?! (?:d'|de la |de l'|des |de |du )?${NAMED})(?: (?:comprises|incluses))?`, 'u'),
  new RegExp(`${SCHOOL} (?:comprises|incluses|aussi|inclus)`, 'u'),
  /\btoute l'annee\b|\bsans interruption\b/u,
]; // prettier-ignore
const ONLY = new RegExp(`(?:(?:uniquement |seulement )?(?:pendant|durant|en|aux)(?: les| des| periode de)* ?)?${SCHOOL}(?: uniquement| seulement)?(?! (?:d'|de la |de l'|des |de |du )?${NAMED})`, 'u'); // prettier-ignore
const KEPT_NAME = new RegExp(`(?:y compris |meme )?(?:pendant |aux? )?(?:les )?vacances (?:de la |du |de l'|des |de |d')?(${NAMED})(?: (?:19|20)\\d\\d)?,? (?:comprises|incluses)`, 'u'); // prettier-ignore
const OFF_DAYS = new RegExp(`(?:${OFF}${DURING} ?)jours? feries?|${OFF} feries?`, 'u');
const ON_DAYS = /jours? feries? (?:compris|inclus)|y compris (?:les )?(?:jours? )?feries?/u;
const DATE = `(?:${WEEKDAY} )?(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|(?:1er|\\d{1,2}) ?${MONTH}(?: (?:19|20)\\d\\d)?)`;
const ITEM = `(?:${DATE}|(?:vacances (?:de la |du |de l'|des |de |d')?)${NAMED}|${NAMED.replace('|decembre', '').replace('|fevrier', '').replace("|d'avril|avril", '').replace('|juillet et aout', '')}|(?:mois d[e'] ?)?${MONTH}|${WEEKDAY})`;
const SMALL = "(?:les? |la |l'|en |au |aux |de |du |d'|pendant |durant )*";
const EXCEPT = new RegExp(`\\b(?:hors|sauf|excepte|hormis|en dehors|a l'exception|pas|pas de seance)(?: ${SMALL}${ITEM})(?:(?: ?,| et| ou| ni|/)+ ?${SMALL}${ITEM})*`, 'u'); // prettier-ignore

/** School and public holidays, and exceptions, of a text. Takes what it reads; to be called first. */
export function takeHolidays(reader: Reader): HolidaysRead {
  const read: HolidaysRead = {
    school: null, public: null, keptByName: [], skippedByName: [], exceptMonths: [], exceptWeekdays: [], exceptDays: [],
  }; // prettier-ignore
  for (const match of takeAll(reader, KEPT_NAME)) read.keptByName.push(nameOf(match[1] ?? ''));
  if (KEPT.some((pattern) => take(reader, pattern))) read.school = 'keep';
  if (SKIPPED.some((pattern) => take(reader, pattern))) read.school = 'skip';
  if (take(reader, /(?<=\u0001 ?)(?:et|ou|ni) (?:hors |les )?(?=jours? feries?)/u)) read.public = 'skip';
  if (take(reader, OFF_DAYS)) read.public = 'skip';
  else if (take(reader, ON_DAYS)) read.public = 'keep';
  else if (read.public === 'skip') take(reader, /jours? feries?/u);
  for (const match of takeAll(reader, EXCEPT)) readExceptions(match[0], read);
  if (read.school === null && take(reader, ONLY)) read.school = 'only';
  return read;
}

function readExceptions(text: string, read: HolidaysRead): void {
  let rest = text;
  const each = (pattern: string, use: (found: string) => void) => {
    rest = rest.replace(new RegExp(pattern, 'gu'), (found: string) => {
      use(found);
      return ' ';
    });
  };
  each(DATE, (found) => {
    const day = readDay(found);
    if (day) read.exceptDays.push(day);
  });
  each(`vacances (?:de la |du |de l'|des |de |d')?${NAMED}`, (found) => read.skippedByName.push(nameOf(found)));
  each(MONTH, (found) => read.exceptMonths.push(...[readMonth(found)].filter((month) => month !== null)));
  each(WEEKDAY, (found) => read.exceptWeekdays.push(...[readWeekday(found)].filter((day) => day !== null)));
  each(NAMED, (found) => read.skippedByName.push(nameOf(found)));
}

function nameOf(text: string): string {
  return NAMES.find(([names]) => new RegExp(`(?:${names})(?![a-z])`).test(text))?.[1] ?? text;
}
