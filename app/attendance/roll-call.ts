import type { PdfFonts } from '#app/documents/pdf-fonts.ts';
import { pdfOf, type PdfPage } from '#app/documents/pdf-page.ts';
import { plural } from '#app/time/french.ts';
import type { TallyValue } from './mark.ts';
import { childrenShown, type SheetLine } from './sheet.ts';
import type { SheetToPrint } from './sheet-print.server.ts';
import { childrenWords, head } from './signing-sheet.ts';
import { tallyWords } from './words.ts';

/** Who must be found outside if everyone has to leave: those marked present, those expected and not yet marked, the team. */
export async function rollCall(
  sheet: SheetToPrint,
  fonts: PdfFonts,
  at: Date,
  plain = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = `Liste d’appel : ${sheet.title}`;
  return pdfOf({ title, author: sheet.relais, at, plain }, fonts, (page) => draw(page, sheet));
}

function draw(page: PdfPage, sheet: SheetToPrint): void {
  const { lines, tally } = sheet.state;
  head(page, `Liste d’appel : ${sheet.title}`, sheet);
  const called = lines.filter(isToFind);
  const unnamed = tally?.value ?? null;
  const adults = called.length + (unnamed?.adults ?? 0);
  const children = called.reduce((sum, line) => sum + childrenShown(line).length, 0) + childrenOf(unnamed);
  page.paragraph(
    `À compter dehors : ${plural(adults, 'adulte', 'adultes')}, ${plural(children, 'enfant', 'enfants')}, ` +
      `${plural(sheet.leaders.length, 'personne de l’équipe', 'personnes de l’équipe')}. ` +
      `Total : ${adults + children + sheet.leaders.length}.`,
    { face: 'bold', size: 14, after: 6 },
  );
  if (tally) page.paragraph(`Dont sans nom, en accès libre : ${unnamed ? tallyWords(unnamed) : 'rien n’est compté'}.`);
  page.table({
    columns: [
      { header: 'Vu', width: 6 },
      { header: 'Nom et prénom', width: 32, face: 'bold' },
      { header: 'Enfants', width: 9, align: 'center', face: 'bold' },
      { header: 'Lesquels', width: 27 },
      { header: 'Téléphone', width: 17 },
      { header: 'Pointage', width: 13 },
    ],
    rows: [...called.map(row), ...sheet.leaders.map((name) => ['', name, '', '', '', 'équipe']), ...BLANKS],
    ...{ rowHeight: 26, lowest: 17, leave: 10, size: 11 },
  });
}

/** For whoever is there and on no sheet. */
const BLANKS = Array.from({ length: 3 }, () => ['', '', '', '', '', '']);

const childrenOf = (unnamed: TallyValue | null) => (unnamed?.children ?? []).reduce((sum, { count }) => sum + count, 0);

const isToFind = ({ group, value }: SheetLine) =>
  value?.state === 'PRESENT' || (group === 'EXPECTED' && (value === null || value.state === 'NONE'));

function row(line: SheetLine): string[] {
  const children = childrenShown(line);
  const state = line.value?.state === 'PRESENT' ? (line.value.late ? 'en retard' : 'présente') : 'attendue';
  return ['', line.name, String(children.length), childrenWords(children, line.labels), line.phone ?? '', state];
}
