import type { PdfFace } from './pdf-fonts.ts';
import { type Pen, widthOf } from './pdf-pen.ts';

/** `whole`: a word longer than the line goes on to the next, instead of being cut. */
export type Room = { face: PdfFace; size: number; width: number; whole?: boolean };

/** The text in lines that fit, cut between words. */
export function wrapped(pen: Pen, text: string, room: Room): string[] {
  const { face, size, width, whole = false } = room;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    const words = paragraph.split(' ');
    for (const word of whole ? words.flatMap((one) => pieces(pen, one, room)) : words) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(pen, longer, face, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(cut(pen, line, { face, size, width }));
  }
  return lines;
}

/** A word in pieces that fit a line: letters are measured one by one, with a hair to spare for what joins them. */
function pieces(pen: Pen, word: string, { face, size, width }: Room): string[] {
  if (widthOf(pen, word, face, size) <= width) return [word];
  const measured = new Map<string, number>();
  const found: string[] = [];
  let [piece, used] = ['', 0];
  for (const letter of word.normalize('NFC')) {
    const wide = measured.get(letter) ?? widthOf(pen, letter, face, size);
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
export function cut(pen: Pen, text: string, { face, size, width }: Room): string {
  if (widthOf(pen, text, face, size) <= width) return text;
  const letters = [...text.normalize('NFC')];
  while (letters.length > 0 && widthOf(pen, `${letters.join('').trimEnd()}…`, face, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
