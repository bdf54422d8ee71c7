import type { PdfFonts } from '#app/documents/pdf-fonts.ts';
import { pdfOf, type PdfPage } from '#app/documents/pdf-page.ts';
import { plural } from '#app/time/french.ts';
import { euros } from '#app/time/money.ts';
import { periodWords, type StatementPeriod } from './statement-period.ts';
import {
  isDue,
  priceOfLine,
  referencesOf,
  stateWords,
  sumWords,
  workWords,
  type Statement,
  type StatementLine,
} from './statement.ts';

/** The statement that an invoice is written from: one part a manager, each on pages of its own. */
export async function statementPdf(
  { statements, period, name }: { statements: readonly Statement[]; period: StatementPeriod; name: string },
  fonts: PdfFonts,
  at: Date,
  plain = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = `Relevé d’interventions : ${name}`;
  return pdfOf({ title, author: name, at, landscape: true, plain }, fonts, (page) => {
    if (statements.length === 0) drawEmpty(page, name, period);
    statements.forEach((statement, index) => {
      if (index > 0) page.gap(page.left());
      draw(page, statement, period);
    });
  });
}

function drawEmpty(page: PdfPage, name: string, period: StatementPeriod): void {
  page.heading(`Relevé d’interventions : ${name}`);
  page.paragraph(`${periodWords(period)} : aucune intervention.`);
}

function draw(page: PdfPage, { collectivite, name, lines }: Statement, period: StatementPeriod): void {
  page.heading(`Relevé d’interventions : ${name}`);
  page.paragraph(collectivite, { face: 'bold', size: 12, after: 1 });
  page.paragraph(`${periodWords(period)}, ${plural(lines.length, 'intervention', 'interventions')}`, { after: 8 });
  const orders = [...new Set(lines.map(referencesOf).filter((words) => words !== ''))];
  page.table({
    columns: [
      { header: 'Date', width: 23 },
      { header: 'Séance, relais', width: 34 },
      { header: 'Travail convenu', width: 33 },
      { header: 'Déplacement', width: 11 },
      { header: 'Total', width: 11, face: 'bold' },
      { header: 'Commande', width: 9, align: 'center' },
      { header: 'État', width: 13 },
    ],
    rows: lines.map((line) => row(line, orders)),
    ...{ rowHeight: 30, lowest: 24, leave: 40 + 14 * orders.length, size: 9.5 },
  });
  page.gap(8);
  const [due, coming] = [lines.filter(isDue), lines.filter((line) => !isDue(line))];
  page.paragraph(`Fait : ${sumWords(due)}`, { face: 'bold', size: 13, after: 2 });
  if (coming.length > 0) page.paragraph(`Prévu, ou à confirmer : ${sumWords(coming)}`, { after: 2 });
  orders.forEach((words, index) => page.paragraph(`Commande ${index + 1} : ${words}`, { size: 9.5, after: 2 }));
  const open = lines.filter(({ terms }) => terms === null).length;
  if (open > 0) {
    page.paragraph(
      `${plural(open, 'intervention', 'interventions')} sans conditions convenues : le total ne les compte pas.`,
    );
  }
}

/** The day, and its hours under it. */
const twoLines = (when: string) => when.replace(/, (?=\d)/, '\n');

function row(line: StatementLine, orders: readonly string[]): string[] {
  const order = orders.indexOf(referencesOf(line)) + 1;
  const price = priceOfLine(line);
  const title = line.cancelled ? `${line.title} (annulée)` : line.title;
  return [
    ...[twoLines(line.when), `${title}, ${line.relais}`, workWords(line)],
    ...[price === null ? '' : euros(price.travel), price === null ? '' : euros(price.total)],
    ...[order === 0 ? '' : String(order), stateWords(line)],
  ];
}
