import {
  isProgramme,
  readColumns,
  type ProgrammeColumns,
  type ProgrammeField,
} from '#app/catalog/programme-columns.ts';
import { readRow, type ProgrammeCells, type ProgrammeContext, type ProgrammeRow } from '#app/catalog/programme-row.ts';

/** What `decodeTable` gives, or rows alone: then each is a line, from 1. */
export type Lines = { readonly rows: readonly (readonly string[])[]; readonly lines?: readonly number[] };

export type ProgrammeTable = {
  columns: ProgrammeColumns;
  body: readonly { line: number; values: readonly string[] }[];
};

/** Rows of a programme, and lines without anything. */
export type Programme = { rows: ProgrammeRow[]; emptyLines: number; columns: ProgrammeColumns };

const LINES_ABOVE = 10;

/** Finds the header within the first ten lines (a title may stand above); null when this is no programme. */
export function openProgramme({ rows, lines }: Lines): ProgrammeTable | null {
  for (const [index, headers] of rows.slice(0, LINES_ABOVE).entries()) {
    const columns = readColumns(headers);
    if (!isProgramme(columns)) continue;
    const body = rows.map((values, at) => ({ line: lines?.[at] ?? at + 1, values })).slice(index + 1);
    return { columns, body };
  }
  return null;
}

/** Reads the lines one by one (so that progress can be shown); null for an empty line. */
export function* programmeRows(table: ProgrammeTable, context: ProgrammeContext): Generator<ProgrammeRow | null> {
  const lineOf = new Map<string, number>();
  for (const { line, values } of table.body) {
    if (values.every((value) => value.trim() === '')) {
      yield null;
      continue;
    }
    const row = readRow(cellsOf(values, table.columns), line, context);
    const earlier = lineOf.get(row.key);
    if (earlier === undefined) lineOf.set(row.key, row.line);
    yield earlier === undefined ? row : { ...row, status: 'repeated', reason: `même contenu que la ligne ${earlier}` };
  }
}

/** The whole programme at once. */
export function readProgramme(table: ProgrammeTable, context: ProgrammeContext): Programme {
  const read = [...programmeRows(table, context)];
  const rows = read.filter((row) => row !== null);
  return { rows, emptyLines: read.length - rows.length, columns: table.columns };
}

function cellsOf(values: readonly string[], { at }: ProgrammeColumns): ProgrammeCells {
  const cell = (field: ProgrammeField) => values[at[field] ?? -1] ?? '';
  return {
    ...{ relais: cell('relais'), commune: cell('commune'), kind: cell('kind'), title: cell('title') },
    ...{ place: cell('place'), date: cell('date'), start: cell('start'), end: cell('end') },
    ...{ recurrence: cell('recurrence'), adults: cell('adults'), children: cell('children'), places: cell('places') },
    ...{ audience: cell('audience'), intervenant: cell('intervenant'), notes: cell('notes'), source: cell('source') },
  };
}
