import type { PdfFonts } from '#app/documents/pdf-fonts.ts';
import { pdfOf, type PdfPage } from '#app/documents/pdf-page.ts';
import { dayPlain, number, plural } from '#app/time/french.ts';
import type { CertificateShown } from './certificates.server.ts';
import { chain } from './paper-chain.ts';
import { SOFT, TEAL } from './paper-look.ts';
import type { PersonRecord, RecordTraining } from './person-record.server.ts';

type Given = { record: PersonRecord; at: Date; plain?: boolean };

/** Someone's record to print, for the renewal of her agrément: hours, trainings, presences, certificates. */
export async function recordPaper(
  { record, at, plain = false }: Given,
  fonts: PdfFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = `Parcours de formation : ${record.name}`;
  return pdfOf({ title, author: record.relais ?? 'Ribambelle', at, plain }, fonts, (page) => draw(page, record));
}

function draw(page: PdfPage, record: PersonRecord): void {
  chain(page);
  page.gap(50);
  page.heading('Parcours de formation');
  page.paragraph(record.name, { face: 'title', size: record.name.length > 60 ? 13 : 18, color: TEAL, after: 2 });
  const printed = `imprimé le ${dayPlain(record.today, { year: true })}`;
  page.paragraph([record.relais, printed].filter(Boolean).join(', '), { color: SOFT, after: 10 });
  for (const year of record.years) drawYear(page, year);
  if (record.initial.length > 0) {
    page.heading('Formation initiale', 2);
    page.paragraph('Celle du département, à part des heures de formation continue.', { color: SOFT });
    trainings(page, record.initial);
  }
  const holding = record.certificates.filter(({ state }) => state === 'HOLDS');
  if (holding.length > 0) certificates(page, holding);
  page.gap(8);
  page.paragraph(
    'Les présences et les heures suivies au relais viennent des feuilles d’émargement. Les formations suivies ailleurs sont déclarées par la personne.',
    { size: 9, color: SOFT },
  );
}

function drawYear(page: PdfPage, { hours, trainings: followed }: PersonRecord['years'][number]): void {
  if (followed.length + hours.presences.length === 0 && hours.analyse === 0) return;
  page.heading(String(hours.year), 2);
  const of = hours.right === null ? '' : ` sur ${number(hours.right)}`;
  page.paragraph(`${plural(hours.done, 'heure', 'heures')} de formation continue${of}.`, { after: 6 });
  if (followed.length > 0) trainings(page, followed);
  const lines = [
    ...hours.presences.map(
      ({ label, times, hours: spent }) => `${label} : ${plural(times, 'présence', 'présences')}, ${number(spent)} h`,
    ),
    ...(hours.analyse > 0 ? [`Analyse de pratiques : ${number(hours.analyse)} h`] : []),
  ];
  for (const line of lines) page.paragraph(line, { after: 2 });
  page.gap(8);
}

function trainings(page: PdfPage, followed: readonly RecordTraining[]): void {
  page.table({
    columns: [
      { header: 'Formation', width: 40, face: 'bold' },
      { header: 'Quand', width: 26 },
      { header: 'Durée', width: 10, align: 'center' },
      { header: 'Résultat, validité', width: 30 },
    ],
    rows: followed.map(({ title, by, source, when, hours, result, validity }) => {
      const where = source === 'HERE' ? by : [by, 'déclarée'].filter(Boolean).join(', ');
      const said = [result, validity?.words].filter((words) => words != null).join('. ');
      return [`${title} (${where})`, when, `${number(hours)} h`, said];
    }),
    ...{ rowHeight: 32, lowest: 22, size: 10 },
  });
  page.gap(6);
}

function certificates(page: PdfPage, holding: readonly CertificateShown[]): void {
  page.heading('Attestations délivrées', 2);
  page.table({
    columns: [
      { header: 'Attestation', width: 48, face: 'bold' },
      { header: 'Délivrée le', width: 22 },
      { header: 'Durée', width: 14, align: 'center' },
      { header: 'Code de vérification', width: 28 },
    ],
    rows: holding.map(({ kind, title, issued, hours, code }) => [`${kind} : ${title}`, issued, hours, code]),
    ...{ rowHeight: 28, lowest: 20, size: 10 },
  });
}
