import type { PdfFace } from './pdf-fonts.ts';
import { wrapped } from './pdf-lines.ts';
import { drawLine, leftOn, MARGIN, moveTo, type Pen, widthOf } from './pdf-pen.ts';

/** How a heading or a paragraph is written: `after`, `indent` and `narrower` (from each margin) in points. */
export type PdfWords = {
  face?: PdfFace;
  size?: number;
  after?: number;
  color?: string;
  align?: 'left' | 'center';
  indent?: number;
  narrower?: number;
};

const LEADING = 1.25;
const HEADING = 20;
const SMALL_HEADING = 14;

/** A text on as many lines as it takes, on the next page when it does not fit this one; tagged as `tag`. */
export function writeWords(pen: Pen, tag: string, text: string, words: PdfWords, width: number): void {
  const { face = 'regular', size = 11, after = 4, color, align = 'left', indent = 0, narrower = 0 } = words;
  const { doc } = pen;
  const room = width - indent - narrower;
  const lines = wrapped(pen, text, { face, size, width: room, whole: true });
  const height = lines.length * size * LEADING;
  if (leftOn(pen) < height) doc.addPage();
  const top = doc.y;
  const draw = () =>
    lines.forEach((line, n) => {
      const slack = align === 'center' ? (room - widthOf(pen, line, face, size)) / 2 : 0;
      drawLine(pen, line, { x: MARGIN + indent + slack, y: top + n * size * LEADING, face, size, color });
    });
  doc.addStructure(doc.struct(tag, {}, draw));
  moveTo(pen, top + height + after);
}

/** A title that would not fit one line is written smaller. */
export function writeHeading(pen: Pen, text: string, level: 1 | 2, words: PdfWords, width: number): void {
  const isLong = widthOf(pen, text, 'title', HEADING) > width;
  const size = level === 1 && !isLong ? HEADING : SMALL_HEADING;
  writeWords(pen, `H${level}`, text, { face: 'title', size, ...words }, width);
}
