import type { PdfFace } from './pdf-fonts.ts';
import { cut, type Room, wrapped } from './pdf-lines.ts';
import { drawArtifact, drawLine, leftOn, MARGIN, moveTo, type Pen, widthOf } from './pdf-pen.ts';

/** `width`: a share of the page's. */
export type PdfColumn = { header: string; width: number; align?: 'left' | 'center'; face?: PdfFace };

export type PdfTable = {
  columns: readonly PdfColumn[];
  rows: readonly (readonly string[])[];
  /** Points; rows are lower when that lets all stand on one page, never under `lowest`; as said on several pages. */
  rowHeight: number;
  lowest: number;
  /** Points to leave under the table, for what follows it on its page. */
  leave?: number;
  size?: number;
};

const LINE = '#857a6a';
const PAD = 4;
const HEADER_SIZE = 9;

/** A table over the page's width; its headers stand again on each page. */
export function drawTable(pen: Pen, table: PdfTable, width: number): void {
  const { doc } = pen;
  const { columns, rows, lowest } = table;
  const rowHeight = rowHeightOf(pen, table);
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => (column.width / all) * width);
  const structure = doc.struct('Table');
  doc.addStructure(structure);
  const row = (cells: readonly string[], tag: 'TH' | 'TD', height: number) => {
    const line = doc.struct('TR');
    structure.add(line);
    drawRow(pen, table, line, { cells, tag, height, widths });
    line.end();
  };
  const headers = columns.map(({ header }) => header);
  row(headers, 'TH', lowest);
  for (const cells of rows) {
    if (leftOn(pen) < rowHeight) {
      doc.addPage();
      row(headers, 'TH', lowest);
    }
    row(cells, 'TD', rowHeight);
  }
  structure.end();
}

function rowHeightOf(pen: Pen, { rows, rowHeight, lowest, leave = 0 }: PdfTable): number {
  const shared = (leftOn(pen) - leave - lowest) / Math.max(1, rows.length);
  return shared < lowest ? rowHeight : Math.min(rowHeight, shared);
}

type Row = { cells: readonly string[]; tag: 'TH' | 'TD'; height: number; widths: readonly number[] };

function drawRow(pen: Pen, table: PdfTable, line: PDFKit.PDFStructureElement, row: Row): void {
  const { doc } = pen;
  const { cells, tag, height, widths } = row;
  const isHeader = tag === 'TH';
  const top = doc.y;
  cells.forEach((cell, n) => {
    const x = MARGIN + widths.slice(0, n).reduce((sum, one) => sum + one, 0);
    const place = { x, y: top, width: widths[n] ?? 0, height };
    const column = table.columns[n];
    const face = isHeader ? 'bold' : (column?.face ?? 'regular');
    const size = isHeader ? HEADER_SIZE : (table.size ?? 11);
    const align = column?.align ?? 'left';
    line.add(doc.struct(tag, {}, () => drawCell(pen, cell, { ...place, face, align, size })));
    drawArtifact(pen, 'Layout', () => drawFrame(pen, place));
  });
  moveTo(pen, top + height);
}

type Place = { x: number; y: number; width: number; height: number };
type Cell = Place & { face: PdfFace; align: 'left' | 'center'; size: number };

/** What is too long for its cell is written smaller, then on two lines, and only then cut. */
function drawCell(pen: Pen, text: string, cell: Cell): void {
  const { x, y, width, height, face, align } = cell;
  if (text === '') return;
  const { lines, size } = fitted(pen, text, { ...cell, width: width - 2 * PAD });
  const top = y + (height - lines.length * size * TIGHT) / 2;
  lines.forEach((line, n) => {
    const slack = width - 2 * PAD - widthOf(pen, line, face, size);
    const indent = align === 'center' ? slack / 2 : 0;
    drawLine(pen, line, { x: x + PAD + indent, y: top + n * size * TIGHT, face, size });
  });
}

const TIGHT = 1.15;
const SMALLEST = 7;

function fitted(pen: Pen, text: string, room: Room & { height: number }): { lines: string[]; size: number } {
  const { face, width, height } = room;
  const isShort = (size: number) => widthOf(pen, text, face, size) <= width;
  if (isShort(room.size)) return { lines: [text], size: room.size };
  if (isShort(room.size - 1)) return { lines: [text], size: room.size - 1 };
  for (let size = room.size - 1; size >= SMALLEST; size -= 0.5) {
    const lines = wrapped(pen, text, { face, size, width });
    if (lines.length * size * TIGHT <= height - 1 && lines.length <= 2 && !lines.some((line) => line.endsWith('…'))) {
      return { lines, size };
    }
  }
  const size = SMALLEST + 1;
  return { lines: [cut(pen, text, { face, size, width })], size };
}

function drawFrame({ doc }: Pen, { x, y, width, height }: Place): void {
  doc.lineWidth(0.6).strokeColor(LINE).rect(x, y, width, height).stroke();
}
