import { latinRuns } from './latin-runs.ts';
import type { PdfFace, PdfFonts } from './pdf-fonts.ts';

/** What draws on a document, where its cursor stands. */
export type Pen = { doc: PDFKit.PDFDocument; fonts: PdfFonts };

/** Points, on each side of the page. */
export const MARGIN = 36;
const INK = '#1e2a33';

type Look = { x: number; y: number; face: PdfFace; size: number; color?: string };

/** One line at a place, letter by letter in the font that has it. */
export function drawLine({ doc, fonts }: Pen, text: string, look: Look): void {
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

/** Points that a line takes. */
export function widthOf({ doc, fonts }: Pen, text: string, face: PdfFace, size: number): number {
  return latinRuns(text).reduce((sum, { run, rare }) => {
    doc.font(fonts[face][rare ? 1 : 0]).fontSize(size);
    return sum + doc.widthOfString(run);
  }, 0);
}

/** Where the next piece stands: at the left margin, `y` points from the top. */
export function moveTo({ doc }: Pen, y: number): void {
  doc.x = MARGIN;
  doc.y = y;
}

/** Points left on the page above its lower margin. */
export function leftOn({ doc }: Pen): number {
  return doc.page.height - MARGIN - doc.y;
}

/** What screen readers skip. */
export function drawArtifact({ doc }: Pen, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}
