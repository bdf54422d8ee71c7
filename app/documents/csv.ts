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

/** `lines[i]` is the line of the file (from 1) on which `rows[i]` begins; every row has as many cells as the first. */
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
 * filled.
 * Throws TableError for a workbook or another binary file, an empty file, an open quote, a row with too many cells.
 */
export function decodeTable(bytes: Uint8Array): Table {
  const { text, encoding } = decode(bytes);
  const { body, delimiter, skippedLines } = findDelimiter(text);
  const records = parseRecords(body, delimiter, skippedLines);
  const width = records[0]?.cells.length;
  if (width === undefined) throw new TableError('le fichier est vide.', 1);
  const rows = records.map(({ cells, line }) => {
    if (cells.slice(width).some((cell) => cell !== '')) {
      throw new TableError(`${cells.length} cellules, alors que la première ligne en a ${width}.`, line);
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

/** Counts candidates outside quotes on the header line only: "12,50 €" further down must not count. */
function findDelimiter(text: string): { body: string; delimiter: Delimiter; skippedLines: number } {
  const said = /^sep=([;,\t])\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const header = /^(?:"(?:[^"]|"")*"|[^"\n])+/m.exec(body)?.[0] ?? '';
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: Delimiter) => bare.split(delimiter).length - 1;
  const most = ([';', ',', '\t'] as const).reduce((best, next) => (count(next) > count(best) ? next : best));
  const named = said?.[1] === ',' ? ',' : said?.[1] === '\t' ? '\t' : said ? ';' : most;
  return { body, delimiter: named, skippedLines: said ? 1 : 0 };
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
