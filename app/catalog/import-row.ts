import { type ProgrammeRow } from '#app/catalog/programme-row.ts';
import { type PlannedDates } from '#app/catalog/programme-plan.ts';
import { type SiteMatch } from '#app/catalog/programme-site.ts';
import { type RelaisMatch } from '#app/people/relais-match.ts';

/** An activity that an earlier import made of the same row. */
export type Imported = { id: string; relais: string; state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED' };

/**
 * `not-held`, `unreadable`, `repeated`: as read; `no-relais`: it names none of ours; `known`: imported before;
 * `refused`: something stood in the way, said in `refusal`; else what was, or would be, made of it.
 */
export type RowFate =
  | 'not-held'
  | 'unreadable'
  | 'repeated'
  | 'no-relais'
  | 'known'
  | 'known-published'
  | 'refused'
  | 'draft'
  | 'published';

/** One row, what we have for it, and what became or would become of it. */
export type RowImport = {
  /** As read, with what our data add to `missing`; `complete`: may be published. */
  row: ProgrammeRow;
  relais: RelaisMatch;
  site: SiteMatch | null;
  planned: PlannedDates;
  /** Dates left out because the place is taken, in words. */
  clashes: string[];
  imported: Imported | null;
  fate: RowFate;
  refusal: string | null;
};

const WORDLESS: PlannedDates = { dates: [], skipped: [], past: 0, unknownYears: [] };

/** A row that stops here. */
export function stopped(
  row: ProgrammeRow,
  relais: RelaisMatch,
  fate: RowFate,
  imported: Imported | null = null,
): RowImport {
  return { row, relais, site: null, planned: WORDLESS, clashes: [], imported, fate, refusal: null };
}

/** The fate of a row before relais are looked at; null: it may be imported. */
export function fateAsRead(row: ProgrammeRow): RowFate | null {
  if (row.status === 'not-held' || row.status === 'unreadable' || row.status === 'repeated') return row.status;
  return row.kind === null ? 'unreadable' : null;
}

/** The row with what our own data say is lacking; it then stays a draft. */
export function withLacks(row: ProgrammeRow, lacks: readonly (readonly [string, string])[]): ProgrammeRow {
  if (lacks.length === 0) return row;
  const missing = [...row.missing, ...lacks.map(([about, text]) => ({ about, text }))];
  return { ...row, missing, status: 'draft' };
}
