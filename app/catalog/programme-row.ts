import { capital } from '#app/time/french.ts';
import { fold } from '#app/documents/fold.ts';
import { type ProgrammeField } from '#app/catalog/programme-columns.ts';
import { programmeKey } from '#app/catalog/programme-key.ts';
import { KIND_NAMES, readKind, type ProgrammeKind } from '#app/catalog/programme-kind.ts';
import { readBothPlaces, readPlaces, type PlacesRead } from '#app/catalog/programme-places.ts';
import { type Tellings } from '#app/catalog/programme-text.ts';
import { readWhen, type When, type WhenContext } from '#app/catalog/programme-when.ts';

/**
 * `complete`: may be published as it is; `draft`: something lacks; `not-held`: a kind the catalogue does not hold;
 * `unreadable`: nothing to make an activity of; `repeated`: an earlier row says the same.
 */
export type RowStatus = 'complete' | 'draft' | 'not-held' | 'unreadable' | 'repeated';

export type ProgrammeCells = Record<ProgrammeField, string>;

export type ProgrammeRow = Tellings & {
  /** line of the spreadsheet, its header line included */
  line: number;
  key: string;
  status: RowStatus;
  /** why it is not held, or which line it repeats */
  reason: string | null;
  kind: ProgrammeKind | null;
  kindWords: string;
  title: string;
  place: string;
  commune: string;
  relais: string;
  when: When;
  /** ceilings; null: none */
  adults: number | null;
  children: number | null;
  /** as written, with what its words name */
  audience: { text: string; professionals: boolean; parents: boolean; children: boolean };
  intervenant: string;
  notes: string;
  source: string;
};

export type ProgrammeContext = Omit<WhenContext, 'kind'>;

const WITHOUT_CHILDREN: readonly ProgrammeKind[] = ['REUNION', 'ANALYSE', 'FORMATION'];

/** Reads one row of a programme. Never throws, guesses nothing silently. */
export function readRow(cells: ProgrammeCells, line: number, context: ProgrammeContext): ProgrammeRow {
  const kindRead = readKind(cells.kind);
  const byTitle = kindRead.is === 'held' ? kindRead : readKind(cells.title);
  const kind = byTitle.is === 'held' && kindRead.is !== 'not-held' ? byTitle.kind : null;
  const { when, tellings } = readWhen(cells, { ...context, kind });
  const row: ProgrammeRow = {
    ...{ line, key: programmeKey(cells, context.year?.name ?? null), status: 'complete', reason: null, kind, when },
    ...{ kindWords: clean(cells.kind), title: clean(cells.title), place: clean(cells.place) },
    ...{ commune: clean(cells.commune), relais: clean(cells.relais), adults: null, children: null },
    ...{ audience: audienceOf(cells.audience), intervenant: clean(cells.intervenant) },
    ...{ notes: cells.notes.trim(), source: cells.source.trim() },
    ...tellings,
  };
  if (kindRead.is === 'not-held') return { ...row, status: 'not-held', reason: kindRead.reason };
  if (row.title === '' && kind === null && when.recurrence === null) {
    return { ...row, status: 'unreadable', reason: 'ni titre, ni nature, ni date' };
  }
  if (kindRead.is !== 'held') tellKind(row, kindRead.is === 'empty');
  settleNames(row);
  settlePlaces(row, cells);
  return { ...row, status: row.missing.length + row.unread.length > 0 ? 'draft' : 'complete' };
}

function tellKind(row: ProgrammeRow, empty: boolean): void {
  const about = 'nature';
  if (!empty) row.unread.push({ about, text: row.kindWords });
  row.missing.unshift({ about, text: 'la nature de l’activité (atelier, réunion, formation…)' });
  if (row.kind) row.proposed.unshift({ about, text: `nature proposée d’après le titre : ${KIND_NAMES[row.kind]}` });
}

function settleNames(row: ProgrammeRow): void {
  if (row.title === '') {
    row.missing.push({ about: 'titre', text: 'le titre' });
    row.title = row.kind ? capital(KIND_NAMES[row.kind]) : row.kindWords;
    if (row.title !== '') row.proposed.push({ about: 'titre', text: `titre proposé : ${row.title}` });
  }
  if (row.place === '') {
    row.missing.push({ about: 'lieu', text: 'le lieu' });
    row.proposed.push({ about: 'lieu', text: 'lieu « à confirmer »' });
  }
}

function settlePlaces(row: ProgrammeRow, cells: ProgrammeCells): void {
  const about = 'places';
  if (row.kind === 'PERMANENCE' && !(cells.adults + cells.children + cells.places).trim()) {
    row.proposed.push({ about, text: 'accès libre, sans inscription' });
    return;
  }
  const both = readBothPlaces(cells.places) ?? readBothPlaces(cells.adults);
  const total = both ? null : readPlaces(cells.places);
  const adults: PlacesRead = both ? { is: 'number', value: both.adults } : readPlaces(cells.adults);
  const children: PlacesRead = both ? { is: 'number', value: both.children } : readPlaces(cells.children);
  row.adults = told(row, adults, 'adultes');
  row.children = told(row, children, 'enfants');
  if (row.adults === 0) {
    row.missing.push({ about, text: 'le nombre de places pour les adultes (zéro est indiqué)' });
    row.adults = null;
  }
  if (total && adults.is === 'empty' && total.is !== 'empty') totalOf(row, total);
  const silent = [adults.is === 'empty' && !row.adults ? 'adultes' : '', children.is === 'empty' ? 'enfants' : ''];
  const unsaid = silent.filter((name) => name !== '' && !(name === 'enfants' && withoutChildren(row)));
  if (unsaid.length > 0 && (!total || total.is === 'empty' || unsaid.includes('enfants'))) {
    row.proposed.push({ about, text: `places (${unsaid.join(' et ')}) : sans limite` });
  }
}

function withoutChildren(row: ProgrammeRow): boolean {
  return row.kind !== null && WITHOUT_CHILDREN.includes(row.kind);
}

/** A "Places" column that does not say whose: adults' where no child comes, else to be settled. */
function totalOf(row: ProgrammeRow, total: PlacesRead): void {
  const about = 'places';
  row.adults = told(row, total, 'adultes');
  if (row.adults === null || withoutChildren(row)) return;
  row.missing.push({ about, text: `« ${row.adults} places » : d’adultes, d’enfants ou des deux ensemble ?` });
  row.proposed.push({ about, text: `${row.adults} places d’adultes` });
}

function told(row: ProgrammeRow, read: PlacesRead, whose: string): number | null {
  const about = 'places';
  switch (read.is) {
    case 'number':
      row.understood.push({ about, text: `${read.value} ${read.value < 2 ? whose.slice(0, -1) : whose}` });
      return read.value;
    case 'none':
      row.understood.push({ about, text: `${whose} : sans limite` });
      return null;
    case 'unclear':
      row.missing.push({ about, text: `nombre de places (${whose}) : ${read.why}` });
      return null;
    case 'empty':
      return null;
  }
}

function audienceOf(text: string): ProgrammeRow['audience'] {
  const folded = fold(text);
  return {
    text: clean(text),
    professionals: /assistante?s? maternel|assmat|ass\.? mat|\bam\b|professionnel|gardes? |auxiliaires? parental/.test(
      folded,
    ),
    parents: /parent|famille|grand-mere|futurs? /.test(folded),
    children: /enfant|bebe|tout-petit|\btout public\b|\b0 ?- ?[36] ans|famille/.test(folded),
  };
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
