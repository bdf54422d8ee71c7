import { capital, plural } from '#app/time/french.ts';
import { KIND_NAMES } from '#app/catalog/programme-kind.ts';
import { type Programme } from '#app/catalog/programme.ts';
import { type ProgrammeRow, type RowStatus } from '#app/catalog/programme-row.ts';
import { type Telling } from '#app/catalog/programme-text.ts';

const WIDTH = 100;
const LABEL = 11;

const STATUS: Record<RowStatus, string> = {
  complete: 'complète',
  draft: 'brouillon',
  'not-held': 'hors catalogue',
  unreadable: 'illisible',
  repeated: 'déjà vue',
};

/** More to tell of a row: words after its title, and labelled lines (at most 10 letters a label). */
export type MoreTold = { status?: string; lines?: readonly (readonly [string, string])[]; short?: boolean };

/** One row told to an animator: what was understood, what lacks, what is proposed, what was not read. 100 columns. */
export function rowReport(row: ProgrammeRow, more: MoreTold = {}): string {
  const kind = row.kind ? KIND_NAMES[row.kind] : row.kindWords || 'nature inconnue';
  const head = `Ligne ${row.line} · ${row.title || 'sans titre'} (${kind}) — ${more.status ?? STATUS[row.status]}`;
  const where = [row.place, row.commune].filter((name) => name !== '').join(' · ');
  const lines = [...wrap(head, 0, 4), ...wrap(where, 4, 4)];
  if (row.reason) lines.push(...labelled('Motif', capital(row.reason)));
  if (!more.short && (row.status === 'complete' || row.status === 'draft')) {
    lines.push(...labelled('Compris', together(row.understood)));
    lines.push(...labelled('Manque', together(row.missing)));
    lines.push(...labelled('Proposé', together(row.proposed)));
    lines.push(...labelled('Remarques', row.notes.replace(/\s+/g, ' ')));
    lines.push(...labelled('Non lu', row.unread.map(({ text }) => `«\u00a0${text}\u00a0»`).join(', ')));
  }
  for (const [label, text] of more.lines ?? []) lines.push(...labelled(label, text));
  return lines.join('\n');
}

/** The whole report: the columns, the rows under their relais, the counts. */
export function programmeReport(programme: Programme): string {
  const blocks: string[] = columnsReport(programme);
  let relais: string | null = null;
  for (const row of programme.rows) {
    if (row.relais !== relais && row.relais !== '') blocks.push(wrap(`== ${row.relais} ==`, 0, 3).join('\n'));
    relais = row.relais;
    blocks.push(rowReport(row));
  }
  return [...blocks, programmeSummary(programme)].join('\n\n') + '\n';
}

/** The counts, and what lacks most often. */
export function programmeSummary({ rows, emptyLines }: Programme): string {
  const of = (status: RowStatus) => rows.filter((row) => row.status === status).length;
  const lines = [
    `${plural(rows.length, 'ligne lue', 'lignes lues')}${emptyLines > 0 ? ` (et ${plural(emptyLines, 'ligne vide', 'lignes vides')})` : ''} :`,
    `  ${plural(of('complete'), 'complète, peut être publiée', 'complètes, peuvent être publiées')}`,
    `  ${plural(of('draft'), 'à compléter, sera un brouillon', 'à compléter, seront des brouillons')}`,
    `  ${plural(of('not-held'), 'hors catalogue, non importée', 'hors catalogue, non importées')}`,
  ];
  if (of('unreadable') > 0) lines.push(`  ${plural(of('unreadable'), 'illisible', 'illisibles')}`);
  if (of('repeated') > 0) lines.push(`  ${plural(of('repeated'), 'déjà vue plus haut', 'déjà vues plus haut')}`);
  return [...lines, ...lackings(rows)].join('\n');
}

/** What lacks most often, in one sentence; nothing when nothing lacks. */
export function lackings(rows: readonly ProgrammeRow[]): string[] {
  const counts = new Map<string, number>();
  for (const row of rows.filter(({ status }) => status === 'draft')) {
    const names = new Set([
      ...row.missing.map(({ about }) => about),
      ...(row.unread.length > 0 ? ['passages non lus'] : []),
    ]);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} (${count})`);
  return ['', ...wrap(`À compléter, du plus fréquent au plus rare : ${sorted.join(', ')}.`, 0, 2)];
}

/** Columns that were left aside. */
export function columnsReport({ columns }: Pick<Programme, 'columns'>): string[] {
  const blocks: string[] = [];
  const names = (headers: string[]) => headers.map((header) => `«\u00a0${header}\u00a0»`).join(', ');
  if (columns.unknown.length > 0)
    blocks.push(wrap(`Colonnes ignorées, non reconnues : ${names(columns.unknown)}.`, 0, 2).join('\n'));
  if (columns.repeated.length > 0)
    blocks.push(wrap(`Colonnes en double, ignorées : ${names(columns.repeated)}.`, 0, 2).join('\n'));
  return blocks;
}

function together(tellings: readonly Telling[]): string {
  return [...new Set(tellings.map(({ text }) => text))].join('\u00a0; ');
}

function labelled(label: string, text: string): string[] {
  if (text === '') return [];
  const [first = '', ...rest] = wrap(text, 4 + LABEL, 4 + LABEL);
  return [`    ${label.padEnd(LABEL)}${first.trimStart()}`, ...rest];
}

/** Cuts at spaces so that no line exceeds 100 columns, over-long words excepted. */
export function wrap(text: string, indent: number, hanging: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of tied(text)
    .split(' ')
    .filter((part) => part !== '')) {
    const room = WIDTH - (lines.length === 0 ? indent : hanging);
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(' '.repeat(lines.length === 0 ? indent : hanging) + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(' '.repeat(lines.length === 0 ? indent : hanging) + line);
  return lines;
}

/** Keeps « quotes » and double signs on the line of their words. */
function tied(text: string): string {
  return text.replace(/« /g, '«\u00a0').replace(/ (?=[»:;?!])/g, '\u00a0');
}
