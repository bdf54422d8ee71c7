import { readSheet } from 'read-excel-file/node';
import { TableError, type Table } from './csv.ts';
import { isZip, unpackedSize } from './zip-size.ts';

/** A workbook is a zip: a small one may hold an enormous sheet. */
const LARGEST_UNPACKED = 60_000_000;

/**
 * Reads the first sheet of an .xlsx workbook as text, dates as `YYYY-MM-DD`, empty lines left out. Throws TableError for
 * what is no workbook, holds too much, or has nothing written.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Pick<Table, 'rows' | 'lines'>> {
  if (!isZip(bytes)) throw new TableError('ce fichier n’est pas un classeur .xlsx.', 1);
  if (unpackedSize(bytes) > LARGEST_UNPACKED) throw new TableError('ce classeur est trop grand une fois ouvert.', 1);
  const sheet = await readSheet(Buffer.from(bytes)).catch(() => null);
  if (sheet === null)
    throw new TableError('ce classeur ne s’ouvre pas. Enregistrez-le au format .xlsx, sans mot de passe.', 1);
  const kept = sheet
    .map((cells, index) => ({ cells: cells.map(textOf), line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (kept.length === 0) throw new TableError('la première feuille est vide.', 1);
  const width = Math.max(...kept.map(({ cells }) => cells.length));
  return {
    rows: kept.map(({ cells }) => Array.from({ length: width }, (_, index) => cells[index] ?? '')),
    lines: kept.map(({ line }) => line),
  };
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}
