import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paidFor, priceOf } from '#app/attendance/assignment-price.ts';
import { isBillState, MONEY_STATES, MOVES, weighMove, type BillFacts } from '#app/attendance/bill-state.ts';
import { budgetRows, remaining, sumOf } from '#app/attendance/budget.ts';
import { periodQuery, quarterOf, readPeriod, recentQuarters } from '#app/attendance/statement-period.ts';
import { statementPdf } from '#app/attendance/statement-pdf.ts';
import {
  isDue,
  STATEMENT_HEADER,
  statementRows,
  sumWords,
  totalOf,
  type StatementLine,
} from '#app/attendance/statement.ts';
import { readTerms, typedTerms } from '#app/attendance/terms.schema.server.ts';
import { decodeTable, writeCsv } from '#app/documents/csv.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { textOfPdf } from '../documents/pdf-text.ts';

const now = new Date('2026-11-22T10:00:00Z');
const facts: BillFacts = {
  ...{ state: 'PLANNED', assignment: 'ACCEPTED', session: 'PUBLISHED' },
  endsAt: new Date('2026-11-20T10:00:00Z'),
};

describe('what a coming is paid', () => {
  it.each([
    [120, 7500, 15000],
    [50, 5555, 4629],
    [1, 30, 1],
    [1, 29, 0],
    [90, 3333, 5000],
  ])('%d minutes at %d cents an hour, half up', (minutes, rate, cents) => expect(paidFor(minutes, rate)).toBe(cents));

  it('loses nothing: lines add up to the total, each within half a cent of the exact amount', () => {
    const amount = fc.nat({ max: 1_000_000 });
    const terms = fc.record({
      ...{ minutes: fc.nat({ max: 2_000 }), prepMinutes: fc.nat({ max: 2_000 }), travelCents: amount },
      ...{ rateCents: fc.option(amount), lumpCents: fc.option(amount) },
    });
    fc.assert(
      fc.property(terms, (one) => {
        const { session, preparation, lump, travel, total } = priceOf(one);
        expect(session + preparation + lump + travel).toBe(total);
        expect(Math.abs(session * 60 - one.minutes * (one.rateCents ?? 0))).toBeLessThanOrEqual(30);
        expect([session, preparation, lump, travel, total].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe('the states of a coming', () => {
  it('follow each other one by one', () => {
    for (const from of MONEY_STATES) {
      for (const to of MONEY_STATES.filter(isBillState)) {
        const weighed = weighMove({ ...facts, state: from }, to, 'F-1', now);
        const wanted = from === to ? 'again' : MOVES[from].includes(to) ? 'move' : 'WRONG_ORDER';
        expect([from, to, weighed]).toEqual([from, to, wanted]);
      }
    }
  });

  it('is done only once it has ended, was accepted and was held', () => {
    const later = new Date('2026-11-23T10:00:00Z');
    expect(weighMove({ ...facts, endsAt: later }, 'DONE', '', now)).toBe('NOT_ENDED');
    expect(weighMove({ ...facts, assignment: 'PROPOSED' }, 'DONE', '', now)).toBe('NOT_HELD');
    expect(weighMove({ ...facts, session: 'CANCELLED' }, 'DONE', '', now)).toBe('NOT_HELD');
    expect(weighMove({ ...facts, session: 'CANCELLED', endsAt: later }, 'TO_INVOICE', '', now)).toBe('move');
    expect(weighMove({ ...facts, state: 'TO_INVOICE' }, 'INVOICED', ' ', now)).toBe('REFERENCE_NEEDED');
    expect(isBillState('PLANNED') || isBillState('autre')).toBe(false);
  });
});

const line: StatementLine = {
  ...{ assignmentId: 'a', sessionId: 's', date: '2026-11-24', when: 'Mardi 24 novembre 2026, 19 h 30 – 21 h 30' },
  ...{ title: '=Le sommeil', relais: 'Relais Nord', state: 'INVOICED', cancelled: false, reference: 'F-2026-7' },
  terms: {
    ...{ minutes: 120, prepMinutes: 30, rateCents: 7500, lumpCents: null, travelCents: 1840, cancellation: '48 h' },
    ...{ siret: '20000000000015', serviceCode: 'PE', commitment: 'EJ-1' },
  },
};

describe('a statement', () => {
  const statements = [{ collectivite: 'Amiens', name: 'Marc Petit', lines: [line, { ...line, terms: null }] }];

  it('adds up its lines, those without terms left out', () => {
    expect(totalOf([line, line, { ...line, terms: null }])).toBe(2 * 20_590);
  });

  it('sets apart what is done from what is to come', () => {
    const coming = { ...line, state: 'PLANNED' as const };
    expect([line, coming, { ...line, state: 'DONE' as const }].map(isDue)).toEqual([true, false, true]);
    expect(sumWords([line, line])).toBe('411,80\u00a0€ pour 2 interventions');
  });

  it('is a table that a spreadsheet opens, without formulas', () => {
    const csv = writeCsv(STATEMENT_HEADER, statementRows(statements));
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const { rows } = decodeTable(new TextEncoder().encode(csv));
    expect(rows[1]).toContain('205,9');
    expect(rows[1]).toContain("'=Le sommeil");
    expect(rows.every((row) => row.length === STATEMENT_HEADER.length)).toBe(true);
  });

  it('is a tagged page, with the whole references, of a very long name too', async () => {
    const period = { du: '2026-10-01', au: '2026-12-31' };
    const long = { ...line, title: `🎻 ${'Très '.repeat(60)}long` };
    const given = {
      statements: [{ collectivite: 'Amiens', name: 'Marc Petit', lines: [line, long] }],
      period,
      name: 'Marc Petit',
    };
    const pdf = await statementPdf(given, pdfFonts(), now, true);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('fr-FR');
    expect(textOfPdf(pdf).join(' ')).toContain('20000000000015');
  });
});

describe('the period of a statement', () => {
  it('is the quarter unless the address says otherwise', () => {
    const read = (query: string) => readPeriod(new URLSearchParams(query), '2026-11-22');
    expect(read('')).toEqual({ du: '2026-10-01', au: '2026-12-31' });
    expect(read('du=2026-02-30&au=2026-03-01')).toEqual({ du: '2026-10-01', au: '2026-12-31' });
    expect(read('du=2026-03-02&au=2026-03-01')).toEqual({ du: '2026-10-01', au: '2026-12-31' });
    expect(read('du=2026-01-01&au=2026-03-31&relais=nord')).toEqual({
      ...{ du: '2026-01-01', au: '2026-03-31', relais: 'nord' },
    });
    expect(periodQuery(read('relais=nord'))).toBe('du=2026-10-01&au=2026-12-31&relais=nord');
  });

  it('names quarters, over new year too', () => {
    expect(quarterOf('2027-02-03')).toMatchObject({ du: '2027-01-01', au: '2027-03-31', name: '1er trimestre 2027' });
    expect(recentQuarters('2027-01-01').map(({ du }) => du)).toEqual([
      ...['2027-01-01', '2026-10-01', '2026-07-01', '2026-04-01', '2026-01-01'],
    ]);
  });
});

describe('the form of terms', () => {
  const typed = {
    minutes: '',
    preparation: '30',
    tarif: '75',
    forfait: '',
    deplacement: '18,4',
    siret: '200 000 000 00015',
  };
  const rest = { portee: '', annulation: '', pratique: '', service: '', engagement: '', ligne: '' };

  it('reads amounts and keeps what is not said', () => {
    const read = readTerms({ ...typed, ...rest });
    expect(read).toMatchObject({
      ...{ ok: true, scope: 'ONE' },
      terms: {
        minutes: null,
        prepMinutes: 30,
        rateCents: 7500,
        lumpCents: null,
        travelCents: 1840,
        siret: '20000000000015',
      },
    });
    if (read.ok) expect(typedTerms({ ...read.terms, minutes: 120 }).deplacement).toBe('18,40');
  });

  it('refuses what is no amount and no SIRET', () => {
    const read = readTerms({ ...typed, ...rest, tarif: 'cher', siret: '12' });
    expect(read.ok ? [] : read.issues.map(({ path }) => path[0])).toEqual(['tarif', 'siret']);
  });
});

describe('a budget', () => {
  it('tells what is left, below nothing too', () => {
    const one = {
      id: 'a',
      relais: 'Nord',
      label: 'Psy',
      amount: 100_00,
      proposed: 20_00,
      committed: 30_00,
      spent: 60_00,
    };
    expect(remaining(one)).toBe(-10_00);
    expect(remaining(sumOf([one, one]))).toBe(-20_00);
    expect(budgetRows([one])).toEqual([['Nord', 'Psy', 100, 20, 30, 60, -10]]);
  });
});
