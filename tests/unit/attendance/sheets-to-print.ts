import type { SheetLine } from '#app/attendance/sheet.ts';
import type { SheetToPrint } from '#app/attendance/sheet-print.server.ts';

const child = { childId: null, fromMonths: 18, untilMonths: 36 };

/** A line of someone expected with one child. */
export function expectedLine(n: number, change: Partial<SheetLine> = {}): SheetLine {
  const personId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return {
    key: `p-${personId}`,
    subject: { type: 'person', personId },
    group: 'EXPECTED',
    name: `Prénom${n} Nom${n}`,
    detail: 'Assistante maternelle, Amiens',
    phone: '06 39 98 01 02',
    ...{ booked: [child], labels: [], value: null, version: 0, markedAt: null },
    ...{ conflict: null, marked: null, history: [] },
    ...change,
  };
}

export function sheetToPrint(lines: readonly SheetLine[], change: Partial<SheetToPrint> = {}): SheetToPrint {
  return {
    title: 'Éveil musical « cœur à cœur »',
    when: 'Mardi 24 novembre 2026, 9 h 30 – 11 h',
    place: 'Salle des Lutins',
    address: '3 rue de l’Île-d’Yeu, Amiens',
    relais: 'Relais du Chemin vert',
    leaders: ['Léa Martin'],
    withChildren: true,
    reglement: true,
    bandUpperMonths: [18, 36, 72],
    state: { lines, tally: null, when: '', cancelled: false, toldAt: 0 },
    ...change,
  };
}
