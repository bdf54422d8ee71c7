import PDFDocument from 'pdfkit';
import { latinRuns } from './latin-runs.ts';

/** Each face: the file of Latin letters, then that of the rarer ones. */
export type PdfFonts = Record<PdfFace, readonly [string, string]>;
export type PdfFace = 'regular' | 'bold' | 'title';

export type PdfFacts = {
  title: string;
  author: string;
  /** Written in the file as its date. */
  at: Date;
  landscape?: boolean;
  /** Several papers in one file: pages are not numbered as one. */
  apart?: boolean;
  /** For tests: the file's text as it stands. */
  plain?: boolean;
};

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

/** A part of a line of writing: `indent` and `narrower` in points from each margin. */
export type PdfWords = {
  face?: PdfFace;
  size?: number;
  after?: number;
  color?: string;
  align?: 'left' | 'center';
  indent?: number;
  narrower?: number;
};

/** Shapes in a box of their own units, set at a place of the page; `alt` null: decoration, which readers skip. */
export type PdfPicture = {
  alt: string | null;
  x: number;
  y: number;
  scale: number;
  /** SVG paths, each moved by `dx`. */
  shapes: readonly { path: string; fill: string; dx?: number }[];
};

/** What a document is drawn with, from top to bottom; each piece is tagged for screen readers. */
export type PdfPage = {
  heading: (text: string, level?: 1 | 2, words?: PdfWords) => void;
  paragraph: (text: string, options?: PdfWords) => void;
  table: (table: PdfTable) => void;
  picture: (picture: PdfPicture) => void;
  gap: (points: number) => void;
  newPage: () => void;
  /** Points from the top of the page to where the next piece stands; the page's own measures. */
  y: () => number;
  size: () => { width: number; height: number; margin: number };
  /** Points left on this page. */
  left: () => number;
};

const MARGIN = 36;
const INK = '#1e2a33';
const LINE = '#857a6a';
const PAD = 4;

/** A tagged PDF in French with its fonts in it, drawn on A4 pages, each numbered when there are several. */
export async function pdfOf(
  facts: PdfFacts,
  fonts: PdfFonts,
  draw: (page: PdfPage) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, author, at, landscape = false, plain = false, apart = false } = facts;
  const doc = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    compress: !plain,
    font: fonts.regular[0],
    info: {
      Title: title,
      Author: author,
      CreationDate: at,
      ModDate: at,
      Producer: 'Ribambelle',
      Creator: 'Ribambelle',
    },
  });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  draw(pageOf(doc, fonts));
  if (!apart) numberPages(doc, fonts, title);
  doc.end();
  await whole;
  return joined(chunks);
}

function pageOf(doc: PDFKit.PDFDocument, fonts: PdfFonts): PdfPage {
  const width = () => doc.page.width - 2 * MARGIN;
  const left = () => doc.page.height - MARGIN - doc.y;
  const write = (tag: string, text: string, words: PdfWords) => {
    const { face = 'regular', size = 11, after = 4, color = INK, align = 'left', indent = 0, narrower = 0 } = words;
    const room = width() - indent - narrower;
    const lines = wrapped(doc, fonts, text, { face, size, width: room, whole: true });
    const height = lines.length * size * LEADING;
    if (left() < height) doc.addPage();
    const top = doc.y;
    const draw = () =>
      lines.forEach((line, n) => {
        const slack = align === 'center' ? (room - widthOf(doc, fonts, line, face, size)) / 2 : 0;
        drawLine(doc, fonts, line, { x: MARGIN + indent + slack, y: top + n * size * LEADING, face, size, color });
      });
    doc.addStructure(doc.struct(tag, {}, draw));
    moveTo(doc, top + height + after);
  };
  return {
    heading: (text, level = 1, words = {}) => {
      const isLong = widthOf(doc, fonts, text, 'title', HEADING) > width();
      write(`H${level}`, text, { face: 'title', size: level === 1 && !isLong ? HEADING : SMALL_HEADING, ...words });
    },
    paragraph: (text, words = {}) => write('P', text, words),
    table: (table) => drawTable(doc, fonts, table, width()),
    picture: (picture) => drawPicture(doc, picture),
    gap: (points) => moveTo(doc, doc.y + points),
    newPage: () => {
      doc.addPage();
      moveTo(doc, MARGIN);
    },
    y: () => doc.y,
    size: () => ({ width: doc.page.width, height: doc.page.height, margin: MARGIN }),
    left,
  };
}

const LEADING = 1.25;
const HEADING = 20;
const SMALL_HEADING = 14;

function moveTo(doc: PDFKit.PDFDocument, y: number): void {
  doc.x = MARGIN;
  doc.y = y;
}

/** The cursor stays where it was. */
function drawPicture(doc: PDFKit.PDFDocument, { alt, x, y, scale, shapes }: PdfPicture): void {
  const [left, top] = [doc.x, doc.y];
  const draw = () => {
    doc.save();
    doc.translate(x, y).scale(scale);
    for (const { path, fill, dx = 0 } of shapes) {
      doc.save();
      doc.translate(dx, 0).path(path).fill(fill);
      doc.restore();
    }
    doc.restore();
  };
  if (alt === null) {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  } else doc.addStructure(doc.struct('Figure', { alt }, draw));
  doc.x = left;
  doc.y = top;
}

type Look = { x: number; y: number; face: PdfFace; size: number; color?: string };

/** One line at a place, letter by letter in the font that has it. */
function drawLine(doc: PDFKit.PDFDocument, fonts: PdfFonts, text: string, look: Look): void {
  const { x, y, face, size, color = INK } = look;
  let at = x;
  for (const { run, rare } of latinRuns(text)) {
    doc
      .font(fonts[face][rare ? 1 : 0])
      .fontSize(size)
      .fillColor(color);
    doc.text(run, at, y, { lineBreak: false });
    at += doc.widthOfString(run);
  }
}

function widthOf(doc: PDFKit.PDFDocument, fonts: PdfFonts, text: string, face: PdfFace, size: number): number {
  return latinRuns(text).reduce((sum, { run, rare }) => {
    doc.font(fonts[face][rare ? 1 : 0]).fontSize(size);
    return sum + doc.widthOfString(run);
  }, 0);
}

/** `whole`: a word longer than the line goes on to the next, instead of being cut. */
type Room = { face: PdfFace; size: number; width: number; whole?: boolean };

/** The text in lines that fit, cut between words. */
function wrapped(doc: PDFKit.PDFDocument, fonts: PdfFonts, text: string, room: Room): string[] {
  const { face, size, width, whole = false } = room;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    const words = paragraph.split(' ');
    for (const word of whole ? words.flatMap((one) => pieces(doc, fonts, one, room)) : words) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(doc, fonts, longer, face, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(cut(doc, fonts, line, { face, size, width }));
  }
  return lines;
}

/** A word in pieces that fit a line: letters are measured one by one, with a hair to spare for what joins them. */
function pieces(doc: PDFKit.PDFDocument, fonts: PdfFonts, word: string, { face, size, width }: Room): string[] {
  if (widthOf(doc, fonts, word, face, size) <= width) return [word];
  const measured = new Map<string, number>();
  const found: string[] = [];
  let [piece, used] = ['', 0];
  for (const letter of word.normalize('NFC')) {
    const wide = measured.get(letter) ?? widthOf(doc, fonts, letter, face, size);
    measured.set(letter, wide);
    if (used + wide > width * SPARE && piece !== '') {
      found.push(piece);
      [piece, used] = ['', 0];
    }
    piece += letter;
    used += wide;
  }
  return [...found, piece];
}

const SPARE = 0.98;

/** The text, ended by "…" where it does not fit; never in the middle of a letter and its accent. */
function cut(doc: PDFKit.PDFDocument, fonts: PdfFonts, text: string, { face, size, width }: Room): string {
  if (widthOf(doc, fonts, text, face, size) <= width) return text;
  const letters = [...text.normalize('NFC')];
  while (letters.length > 0 && widthOf(doc, fonts, `${letters.join('').trimEnd()}…`, face, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function drawTable(doc: PDFKit.PDFDocument, fonts: PdfFonts, table: PdfTable, width: number): void {
  const { columns, rows, lowest, leave = 0, size = 11 } = table;
  const room = doc.page.height - MARGIN - doc.y - leave - lowest;
  const shared = room / Math.max(1, rows.length);
  const rowHeight = shared < lowest ? table.rowHeight : Math.min(table.rowHeight, shared);
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => (column.width / all) * width);
  const structure = doc.struct('Table');
  doc.addStructure(structure);
  const row = (cells: readonly string[], tag: 'TH' | 'TD', height: number) => {
    const top = doc.y;
    const line = doc.struct('TR');
    structure.add(line);
    cells.forEach((cell, n) => {
      const x = MARGIN + widths.slice(0, n).reduce((sum, one) => sum + one, 0);
      const place = { x, y: top, width: widths[n] ?? 0, height };
      const face = tag === 'TH' ? 'bold' : (columns[n]?.face ?? 'regular');
      const align = columns[n]?.align ?? 'left';
      line.add(
        doc.struct(tag, {}, () => drawCell(doc, fonts, cell, { ...place, face, align, size: tag === 'TH' ? 9 : size })),
      );
      frame(doc, place);
    });
    line.end();
    moveTo(doc, top + height);
  };
  const headers = columns.map(({ header }) => header);
  row(headers, 'TH', lowest);
  for (const cells of rows) {
    if (doc.page.height - MARGIN - doc.y < rowHeight) {
      doc.addPage();
      row(headers, 'TH', lowest);
    }
    row(cells, 'TD', rowHeight);
  }
  structure.end();
}

type Cell = {
  x: number;
  y: number;
  width: number;
  height: number;
  face: PdfFace;
  align: 'left' | 'center';
  size: number;
};

/** What is too long for its cell is written smaller, then on two lines, and only then cut. */
function drawCell(doc: PDFKit.PDFDocument, fonts: PdfFonts, text: string, cell: Cell): void {
  const { x, y, width, height, face, align } = cell;
  if (text === '') return;
  const { lines, size } = fitted(doc, fonts, text, { ...cell, width: width - 2 * PAD });
  const top = y + (height - lines.length * size * TIGHT) / 2;
  lines.forEach((line, n) => {
    const slack = width - 2 * PAD - widthOf(doc, fonts, line, face, size);
    const indent = align === 'center' ? slack / 2 : 0;
    drawLine(doc, fonts, line, { x: x + PAD + indent, y: top + n * size * TIGHT, face, size });
  });
}

const TIGHT = 1.15;
const SMALLEST = 7;

type Fitted = { lines: string[]; size: number };

function fitted(doc: PDFKit.PDFDocument, fonts: PdfFonts, text: string, room: Room & { height: number }): Fitted {
  const { face, width, height } = room;
  const isShort = (size: number) => widthOf(doc, fonts, text, face, size) <= width;
  if (isShort(room.size)) return { lines: [text], size: room.size };
  if (isShort(room.size - 1)) return { lines: [text], size: room.size - 1 };
  for (let size = room.size - 1; size >= SMALLEST; size -= 0.5) {
    const lines = wrapped(doc, fonts, text, { face, size, width });
    if (lines.length * size * TIGHT <= height - 1 && lines.length <= 2 && !lines.some((line) => line.endsWith('…'))) {
      return { lines, size };
    }
  }
  const size = SMALLEST + 1;
  return { lines: [cut(doc, fonts, text, { face, size, width })], size };
}

/** Lines are decoration: readers skip them. */
function frame(
  doc: PDFKit.PDFDocument,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineWidth(0.6).strokeColor(LINE).rect(x, y, width, height).stroke();
  doc.endMarkedContent();
}

function numberPages(doc: PDFKit.PDFDocument, fonts: PdfFonts, title: string): void {
  const { count } = doc.bufferedPageRange();
  if (count < 2) return;
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(n);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    const y = doc.page.height - MARGIN + 8;
    drawLine(doc, fonts, `${title}, page ${n + 1} sur ${count}`, { x: MARGIN, y, face: 'regular', size: 8 });
    doc.endMarkedContent();
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
