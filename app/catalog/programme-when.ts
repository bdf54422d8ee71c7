import { type Period } from '#app/time/days-off.ts';
import { type DateRange } from '#app/time/iso-date.ts';
import { type Recurrence } from '#app/time/recurrence.ts';
import { readFacts, type WhenCells } from '#app/catalog/programme-facts.ts';
import { type ProgrammeKind } from '#app/catalog/programme-kind.ts';
import { settleDays } from '#app/catalog/programme-settle-days.ts';
import { settleHolidays } from '#app/catalog/programme-settle-holidays.ts';
import { settleHours } from '#app/catalog/programme-settle-hours.ts';
import { noTellings, type Tellings } from '#app/catalog/programme-text.ts';
import { type SchoolYear } from '#app/catalog/programme-year.ts';

/** Which school holidays a series skips: all unless kept by name ("Noël"), or none unless skipped by name. */
export type SchoolHolidayChoice = { skip: boolean; keptByName: string[]; skippedByName: string[] };

/** When a draft's sessions would be, proposals applied; a null is what nobody said and nothing proposes. */
export type When = {
  recurrence: Recurrence | null;
  /** first and last day of the series or of the dates */
  term: DateRange | null;
  /** wall times `HH:MM` */
  start: string | null;
  end: string | null;
  schoolHolidays: SchoolHolidayChoice;
  skipPublicHolidays: boolean;
  /** "sauf août", "sauf le 12 mai": to be given to `datesOf` as closures */
  exceptions: Period[];
};

export type WhenContext = {
  kind: ProgrammeKind | null;
  /** the school year a programme is moved to (`--annee`) */
  year: SchoolYear | null;
  /** ISO date; when given, a programme wholly past is told */
  today: string | null;
};

/** Proposals that say nothing where no date can be made. */
const POINTLESS = ['période', 'vacances', 'jour'];

/**
 * Free French of four cells → dates and hours. What the words say is `understood`; what lacks for publishing is `missing`;
 * each default applied to the draft is `proposed`; fragments not understood are `unread`. Never throws.
 */
export function readWhen(cells: WhenCells, context: WhenContext): { when: When; tellings: Tellings } {
  const tellings = noTellings();
  const facts = readFacts(cells);
  const { recurrence, term, repeats } = settleDays(facts, context, tellings);
  const { start, end } = settleHours(facts.hours, context.kind, tellings);
  const holidays = settleHolidays(facts, { repeats, term }, tellings);
  for (const doubt of facts.doubts) tellings.missing.push({ about: 'quand', text: doubt });
  for (const fragment of facts.unread) tellings.unread.push({ about: 'quand', text: fragment });
  if (facts.fromNotes.length > 0) {
    const text = `d’après les remarques : ${facts.fromNotes.map((words) => `« ${words} »`).join(', ')}`;
    tellings.proposed.unshift({ about: 'remarques', text });
  }
  if (!recurrence) tellings.proposed = tellings.proposed.filter(({ about }) => !POINTLESS.includes(about));
  return { when: { recurrence, term, start, end, ...holidays }, tellings };
}
