import { parse, CsvError } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';

/** A cell to write; numbers get a decimal comma, null an empty cell. */
export type Cell = string | number | boolean | null;

/**
 * A table that French spreadsheets open as it is: UTF-8 with BOM, `;`, CRLF, decimal commas. Text that a spreadsheet would
 * run as a formula (`= + - @` …) gets an apostrophe in front.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const options = {
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      number: (value: number) => String(value).replace('.', ','),
      boolean: (value: boolean) => (value ? 'oui' : 'non'),
    },
  } as const;
  // A reader looks for the delimiter in the header: what could pass for one is quoted there.
  const first = stringify([[...header]], { ...options, bom: true, quoted_match: /[,\t]/ });
  return (
    first +
    stringify(
      rows.map((row) => [...row]),
      options,
    )
  );
}

/** How .xlsx and .ods files begin. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ';' | ',' | '\t';

/** `lines[i]` is the line of the file (from 1) on which `rows[i]` begins; every row has as many cells as the titles. */
export type Table = {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
};

/** A file that is no table; `message` is a French sentence that names the line. */
export class TableError extends Error {
  override readonly name = 'TableError';
  constructor(
    reason: string,
    readonly line: number,
  ) {
    super(`Ligne ${line} : ${reason}`);
  }
}

/**
 * Reads what spreadsheets save as CSV: UTF-8, UTF-16 with BOM, else Windows-1252; `;`, `,` or tab, whichever the header
 * line holds most; quotes, line breaks inside them (given as `\n`). Cells are trimmed, empty lines left out, short rows
 * filled, those of a heading above the titles too.
 * Throws TableError for a workbook or another binary file, an empty file, an open quote, a row with too many cells.
 */
export function decodeTable(bytes: Uint8Array): Table {
  const { text, encoding } = decode(bytes);
  const { body, delimiter, skippedLines, headings } = findDelimiter(text);
  const records = parseRecords(body, delimiter, skippedLines);
  const titles = records[Math.min(headings, records.length - 1)];
  if (titles === undefined) throw new TableError('le fichier est vide.', 1);
  const width = titles.cells.length;
  const rows = records.map(({ cells, line }) => {
    if (cells.slice(width).some((cell) => cell !== '')) {
      throw new TableError(`${cells.length} cellules, alors que la ligne des titres en a ${width}.`, line);
    }
    return Array.from({ length: width }, (_, index) => cells[index] ?? '');
  });
  return { rows, lines: records.map(({ line }) => line), delimiter, encoding };
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (ZIP.every((byte, index) => bytes[index] === byte)) {
    throw new TableError('ce fichier est un classeur ; enregistrez-le au format CSV.', 1);
  }
  const encoding = encodingOf(bytes);
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  if (text.includes('\0')) throw new TableError('ce fichier n’est pas un texte.', 1);
  return { text: text.replace(/\r\n?/g, '\n'), encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

type Opening = { body: string; delimiter: Delimiter; skippedLines: number; headings: number };

/** Counts candidates outside quotes on the header line only: "12,50 €" further down must not count. */
function findDelimiter(text: string): Opening {
  const said = /^sep=([;,\t])\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const lines = [...body.slice(0, BEGINNING).matchAll(/^(?:"(?:[^"]|"")*"|[^"\n])+/gm)].map(([line]) => line);
  const written = lines.filter((line) => line.trim() !== '').slice(0, HEADINGS + 2);
  const headings = headingsAbove(written);
  const header = written[headings] ?? '';
  const named = said?.[1] === ',' ? ',' : said?.[1] === '\t' ? '\t' : said ? ';' : mostIn(header).delimiter;
  return { body, delimiter: named, skippedLines: said ? 1 : 0, headings };
}

function mostIn(line: string): { delimiter: Delimiter; count: number } {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: Delimiter) => bare.split(delimiter).length - 1;
  const delimiter = ([';', ',', '\t'] as const).reduce((best, next) => (count(next) > count(best) ? next : best));
  return { delimiter, count: count(delimiter) };
}

const HEADINGS = 8;
/** Signs in which headings, titles and a first row hold. */
const BEGINNING = 20_000;

/** How many lines of words ("Liste des assistantes maternelles, novembre 2026") stand above a table of four columns or more. */
function headingsAbove(lines: readonly string[]): number {
  const most = lines.map(mostIn);
  const start = most.findIndex(
    ({ delimiter, count }, at) => count >= 3 && most[at + 1]?.delimiter === delimiter && most[at + 1]?.count === count,
  );
  const isWords = ({ delimiter, count }: (typeof most)[number]) => count === 0 || (delimiter === ',' && count === 1);
  return start > 0 && most.slice(0, start).every(isWords) ? start : 0;
}

type TextRecord = { readonly cells: readonly string[]; readonly line: number };

function parseRecords(body: string, delimiter: Delimiter, skippedLines: number): readonly TextRecord[] {
  const records: TextRecord[] = [];
  try {
    parse(body, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        const breaks = cells.join('').split('\n').length - 1;
        const trimmed = cells.map((cell) => cell.trim());
        if (trimmed.some((cell) => cell !== '')) records.push({ cells: trimmed, line: lines - breaks + skippedLines });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableError(reasonOf(error), Number(error.lines ?? 1) + skippedLines);
  }
  return records;
}

function reasonOf({ code }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'un guillemet est ouvert et jamais refermé.';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'un guillemet est mal placé.';
  return `le tableau est illisible (${code}).`;
}
