import type { PdfFonts } from '#app/documents/pdf-fonts.ts';
import { pdfOf, type PdfPage } from '#app/documents/pdf-page.ts';
import { list, plural } from '#app/time/french.ts';
import type { PresentChild } from './mark.ts';
import { childrenShown, countExpected, type SheetLine } from './sheet.ts';
import type { SheetToPrint } from './sheet-print.server.ts';
import { bandWords } from './words.ts';

/** Names on one page with room to sign; more go on, on pages of their own. */
const ROW = 30;
const LOWEST = 18;
/** Lines for who comes unannounced: as the page has room, within these. */
const FEWEST_BLANKS = 2;
const MOST_BLANKS = 8;
const FEET = 62;

/** The sheet to sign on paper: those expected, lines for who comes unannounced, a charter line; one page when it can. */
export async function signingSheet(
  sheet: SheetToPrint,
  fonts: PdfFonts,
  at: Date,
  plain = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = `Feuille d’émargement : ${sheet.title}`;
  return pdfOf({ title, author: sheet.relais, at, plain }, fonts, (page) => draw(page, sheet));
}

function draw(page: PdfPage, sheet: SheetToPrint): void {
  const { lines, tally } = sheet.state;
  head(page, `Feuille d’émargement : ${sheet.title}`, sheet);
  const shown = lines.filter(({ group }) => group !== 'WAITING');
  const room = Math.floor((page.left() - FEET - LOWEST) / ROW) - shown.length;
  // Nobody is expected by name: the page is for whoever comes.
  const blanks = shown.length === 0 ? room : Math.max(FEWEST_BLANKS, Math.min(room, MOST_BLANKS));
  page.table({
    columns: [
      { header: 'Nom et prénom', width: 31, face: 'bold' },
      { header: 'Qualité, commune', width: 25 },
      ...(sheet.withChildren
        ? [
            { header: 'Enfants prévus', width: 22 },
            { header: 'Présents', width: 11 },
          ]
        : []),
      { header: 'Arrivée', width: 10 },
      { header: 'Signature', width: 29 },
    ],
    rows: [
      ...shown.map((line) => row(line, sheet.withChildren)),
      ...Array.from({ length: blanks }, () => blank(sheet.withChildren)),
    ],
    ...{ rowHeight: ROW, lowest: LOWEST, leave: FEET, size: 10.5 },
  });
  page.gap(6);
  const came = ['…… adultes', ...(sheet.withChildren ? ['…… enfants'] : [])];
  const expected = tally === null || shown.length > 0 ? `Attendus : ${list(expectedWords(sheet))}. ` : '';
  const walkIns = lines.some(({ group }) => group === 'WALK_IN') ? ' * Venue sans inscription.' : '';
  page.paragraph(`${expected}Venus : ${list(came)}.${walkIns}`, { size: 10 });
  page.paragraph(charter(sheet), { size: 9 });
}

function expectedWords({ state, withChildren }: SheetToPrint): string[] {
  const { adults, children } = countExpected(state.lines);
  return [plural(adults, 'adulte', 'adultes'), ...(withChildren ? [plural(children, 'enfant', 'enfants')] : [])];
}

function charter({ reglement, withChildren }: SheetToPrint): string {
  const parts = [
    'j’atteste de ma présence',
    ...(withChildren ? ['je reste responsable des enfants que j’accompagne'] : []),
    ...(reglement ? ['je respecte le règlement de fonctionnement du relais'] : []),
  ];
  return `En signant, ${list(parts)}.`;
}

/** What a printed page begins with. */
export function head(page: PdfPage, title: string, { when, place, address, relais, leaders }: SheetToPrint): void {
  page.heading(title);
  page.paragraph(when, { face: 'bold', size: 12, after: 1 });
  page.paragraph([place, address].filter(Boolean).join(', '), { after: 1 });
  page.paragraph([relais, leaders.length > 0 ? `avec ${list(leaders)}` : ''].filter(Boolean).join(', '), { after: 8 });
}

function row({ name, detail, labels, group, booked, value }: SheetLine, withChildren: boolean): string[] {
  const children = childrenShown({ booked, value });
  const expected = childrenWords(children, labels);
  const walkIn = group === 'WALK_IN' ? ' *' : '';
  return [`${name}${walkIn}`, detail, ...(withChildren ? [expected, ''] : []), '', ''];
}

const blank = (withChildren: boolean) => (withChildren ? ['', '', '', '', '', ''] : ['', '', '', '']);

/** "Zoé, Tom, 1 × 18 mois – 3 ans" */
export function childrenWords(children: readonly PresentChild[], labels: SheetLine['labels']): string {
  const named = children.flatMap(({ childId }) => labels.find((one) => one.childId === childId)?.label ?? []);
  const others = children.filter(({ childId }) => !labels.some((one) => one.childId === childId));
  const bands = new Map<string, number>();
  for (const child of others) bands.set(bandWords(child), (bands.get(bandWords(child)) ?? 0) + 1);
  return [...named, ...[...bands].map(([words, count]) => `${count} × ${words}`)].join(', ');
}
