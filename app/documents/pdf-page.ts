import PDFDocument from 'pdfkit';

import type { PdfFonts } from './pdf-fonts.ts';
import { drawArtifact, drawLine, leftOn, MARGIN, moveTo, type Pen } from './pdf-pen.ts';
import { drawPicture, type PdfPicture } from './pdf-picture.ts';
import { drawTable, type PdfTable } from './pdf-table.ts';
import { type PdfWords, writeHeading, writeWords } from './pdf-words.ts';

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

/** A tagged PDF in French with its fonts in it, drawn on A4 pages, each numbered when there are several. */
export async function pdfOf(
  facts: PdfFacts,
  fonts: PdfFonts,
  draw: (page: PdfPage) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = documentOf(facts, fonts);
  const chunks: Uint8Array[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const pen = { doc, fonts };
  draw(pageOf(pen));
  if (!facts.apart) numberPages(pen, facts.title);
  doc.end();
  await whole;
  return joined(chunks);
}

function documentOf({ title, author, at, landscape = false, plain = false }: PdfFacts, fonts: PdfFonts) {
  return new PDFDocument({
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
}

function pageOf(pen: Pen): PdfPage {
  const { doc } = pen;
  const width = () => doc.page.width - 2 * MARGIN;
  return {
    heading: (text, level = 1, words = {}) => writeHeading(pen, text, level, words, width()),
    paragraph: (text, words = {}) => writeWords(pen, 'P', text, words, width()),
    table: (table) => drawTable(pen, table, width()),
    picture: (picture) => drawPicture(pen, picture),
    gap: (points) => moveTo(pen, doc.y + points),
    newPage: () => {
      doc.addPage();
      moveTo(pen, MARGIN);
    },
    y: () => doc.y,
    size: () => ({ width: doc.page.width, height: doc.page.height, margin: MARGIN }),
    left: () => leftOn(pen),
  };
}

function numberPages(pen: Pen, title: string): void {
  const { doc } = pen;
  const { count } = doc.bufferedPageRange();
  if (count < 2) return;
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(n);
    doc.page.margins.bottom = 0;
    const y = doc.page.height - MARGIN + 8;
    const text = `${title}, page ${n + 1} sur ${count}`;
    drawArtifact(pen, 'Pagination', () => drawLine(pen, text, { x: MARGIN, y, face: 'regular', size: 8 }));
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
