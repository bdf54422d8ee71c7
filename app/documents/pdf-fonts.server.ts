import { createRequire } from 'node:module';
import type { PdfFonts } from './pdf-fonts.ts';

/** Where the fonts of printed pages stand: those of the screens, in the format that PDF embeds. */
export function pdfFonts(): PdfFonts {
  const { resolve } = createRequire(import.meta.url);
  const text = (weight: number, subset: string) =>
    resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`);
  const title = (subset: string) =>
    resolve(`@fontsource/bricolage-grotesque/files/bricolage-grotesque-${subset}-700-normal.woff`);
  return {
    regular: [text(400, 'latin'), text(400, 'latin-ext')],
    bold: [text(700, 'latin'), text(700, 'latin-ext')],
    title: [title('latin'), title('latin-ext')],
  };
}
