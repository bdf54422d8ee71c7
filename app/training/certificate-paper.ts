import { encode } from 'uqr';
import type { PdfFonts } from '#app/documents/pdf-fonts.ts';
import { pdfOf, type PdfPage } from '#app/documents/pdf-page.ts';
import { capital, dayPlain } from '#app/time/french.ts';
import { duration } from '#app/time/money.ts';
import { certificateTitle, hoursSaid, type CertificateFacts } from './certificate-facts.ts';
import { chain } from './paper-chain.ts';
import { INK, SOFT, TEAL } from './paper-look.ts';

export type PaperToDraw = { facts: CertificateFacts; code: string };

type Given = {
  papers: readonly PaperToDraw[];
  /** Where codes are verified: the application's public address. */
  appUrl: string;
  at: Date;
  /** For tests. */
  plain?: boolean;
};

/** Certificates to print, each on a page of its own: what was attested, by whom, and where to verify it. */
export async function certificatePapers(
  { papers, appUrl, at, plain = false }: Given,
  fonts: PdfFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = papers;
  const title = first ? `${certificateTitle(first.facts)} : ${first.facts.title}` : 'Attestations';
  const about = { title: papers.length === 1 ? title : 'Attestations', author: first?.facts.relais ?? '', at };
  return pdfOf({ ...about, plain, apart: true }, fonts, (page) =>
    papers.forEach((paper, n) => {
      if (n > 0) page.newPage();
      draw(page, paper, appUrl);
    }),
  );
}

const FOOT = 160;
const MOST_ROWS = 40;

function draw(page: PdfPage, { facts, code }: PaperToDraw, appUrl: string): void {
  chain(page);
  page.gap(52);
  page.paragraph([facts.relais, facts.collectivite].filter(Boolean).join(', '), {
    ...CENTER,
    color: SOFT,
    size: 11,
    after: 10,
  });
  page.heading(certificateTitle(facts), 1, { ...CENTER, size: 30, color: TEAL, after: 16 });
  page.paragraph(`${capital(theRelais(facts.relais))} atteste que`, { ...CENTER, size: 12, after: 6 });
  page.paragraph(facts.name, { ...CENTER, face: 'title', size: sizeOf(facts.name), after: 8 });
  page.paragraph(did(facts), { ...CENTER, size: 12, after: 6 });
  page.paragraph(facts.title, { ...CENTER, face: 'bold', size: facts.title.length > 80 ? 13 : 16, after: 10 });
  for (const sentence of more(facts)) page.paragraph(sentence, { ...CENTER, size: 12, after: 6 });
  page.gap(8);
  page.table({
    columns: [
      { header: facts.scope === 'YEAR' ? 'Détail' : 'Date', width: 80 },
      { header: 'Durée', width: 20, align: 'center' },
    ],
    rows: facts.lines.slice(0, MOST_ROWS).map(({ words, minutes }) => [capital(words), duration(minutes)]),
    ...{ rowHeight: 26, lowest: 16, leave: FOOT, size: 11 },
  });
  foot(page, facts, `${appUrl.replace(/\/$/, '')}/attestations/${code}`, code);
}

const CENTER = { align: 'center', indent: 40, narrower: 40 } as const;

function sizeOf(name: string): number {
  if (name.length > 150) return 12;
  return name.length > 45 ? 18 : 26;
}

/** "le relais Petit Prince", "Relais Petit Prince" already says what it is. */
const theRelais = (relais: string) => (/^relais\b/i.test(relais) ? `le ${relais}` : relais);

function did({ scope, lines }: CertificateFacts): string {
  if (scope === 'YEAR') return 'a participé, d’après les feuilles d’émargement, à ce qui suit';
  if (lines.some(({ training }) => training)) return 'a suivi la formation';
  return lines.length === 1 ? 'a participé à la séance' : 'a participé aux séances';
}

function more({ scope, minutes, until, obtained }: CertificateFacts): string[] {
  const hours =
    scope === 'YEAR'
      ? minutes === 0
        ? null
        : `Heures de formation continue : ${hoursSaid(minutes)}.`
      : `Présence effective : ${hoursSaid(minutes)}.`;
  const counted = until === null ? null : `Présences comptées jusqu’au ${dayPlain(until, { year: true })}.`;
  const held = obtained?.expiresOn ? `, valable jusqu’au ${dayPlain(obtained.expiresOn, { year: true })}` : '';
  const certificate = obtained === null ? null : `Certificat obtenu${held}.`;
  return [hours, certificate, counted].filter((sentence) => sentence !== null);
}

/** Signature on the left, how to verify on the right; always at the bottom of the page. */
function foot(page: PdfPage, facts: CertificateFacts, address: string, code: string): void {
  if (page.left() < FOOT) page.newPage();
  const { width, height, margin } = page.size();
  page.gap(height - margin - FOOT + 16 - page.y());
  const top = page.y();
  const half = (width - 2 * margin) / 2;
  const left = { narrower: half + 10 };
  const place = facts.place === '' ? 'Fait' : `Fait à ${facts.place},`;
  page.paragraph(`${place} le ${dayPlain(facts.issuedOn, { year: true })}`, { ...left, size: 11, after: 8 });
  page.paragraph(facts.signatory.name, { ...left, face: 'bold', size: 12, after: 1 });
  if (facts.signatory.role !== '') page.paragraph(facts.signatory.role, { ...left, size: 11, after: 1 });
  if (facts.signatory.name !== facts.relais) page.paragraph(facts.relais, { ...left, size: 11, color: SOFT });
  const qr = { x: width - margin - QR, y: top, size: QR };
  page.gap(top - page.y());
  const right = { indent: half - 6, narrower: QR + 12, color: SOFT };
  page.paragraph('Pour vérifier cette attestation', { ...right, face: 'bold', size: 10, color: INK, after: 2 });
  page.paragraph('Lisez ce code carré avec un téléphone, ou ouvrez cette adresse :', { ...right, size: 9, after: 2 });
  page.paragraph(address.slice(0, -code.length), { ...right, size: 9, after: 1 });
  page.paragraph(code, { ...right, face: 'bold', size: 11, color: INK });
  page.picture({ alt: `Code QR de vérification : ${address}`, ...square(address, qr) });
}

const QR = 104;

/** A QR code as one path of squares, whose box is as wide as asked. */
function square(address: string, { x, y, size }: { x: number; y: number; size: number }) {
  const code = encode(address, { ecc: 'M', border: 2 });
  const path = code.data
    .flatMap((row, top) => row.flatMap((dark, left) => (dark ? [`M${left} ${top}h1v1h-1Z`] : [])))
    .join('');
  const ground = `M0 0h${code.size}v${code.size}h-${code.size}Z`;
  const shapes = [
    { path: ground, fill: '#ffffff' },
    { path, fill: INK },
  ];
  return { x, y, scale: size / code.size, shapes };
}
