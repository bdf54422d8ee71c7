import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from './csv.ts';

/** The type of a workbook's answer. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table as an .xlsx workbook: one sheet, its head bold and kept in sight. Text stays text: nothing runs as a formula. */
export async function writeWorkbook(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Buffer> {
  const head = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map((value) => cellOf(value)));
  const columns = header.map((title, index) => ({ width: widthOf(title, rows, index) }));
  const written = writeXlsxFile([head, ...body], { sheet, columns, stickyRowsCount: 1 });
  return written.toBuffer();
}

function cellOf(value: Cell) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: typeof value === 'boolean' ? (value ? 'oui' : 'non') : value, type: String };
}

function widthOf(title: string, rows: readonly (readonly Cell[])[], index: number): number {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, String(row[index] ?? '').length), title.length);
  return Math.min(longest + 2, 60);
}
