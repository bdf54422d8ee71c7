import { describe, expect, it } from 'vitest';
import { rollCall } from '#app/attendance/roll-call.ts';
import { signingSheet } from '#app/attendance/signing-sheet.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { textOfPdf } from '../documents/pdf-text.ts';
import { expectedLine, sheetToPrint } from './sheets-to-print.ts';

const at = new Date('2026-11-24T08:00:00Z');
const fonts = pdfFonts();
const many = (count: number) => Array.from({ length: count }, (_, n) => expectedLine(n));
const present = { state: 'PRESENT', late: false, byParent: false, children: [] } as const;

describe('the sheet to sign', () => {
  it('holds accents, ligatures and letters of elsewhere, is tagged, and speaks French', async () => {
    const line = expectedLine(1, { name: 'Maëlys Œuvrard-Łukasz', detail: 'Cœur-d’Étoile' });
    const bytes = await signingSheet(sheetToPrint([line]), fonts, at, true);
    const [page = '', ...others] = textOfPdf(bytes);
    expect(others).toEqual([]);
    const words = page.replaceAll('\n', ' ');
    for (const said of ['Éveil musical « cœur à cœur »', 'Cœur-d’Étoile', 'Signature', 'En signant, j’atteste']) {
      expect(words).toContain(said);
    }
    expect(page.replaceAll('\n', '')).toContain('Maëlys Œuvrard-Łukasz');
    const file = Buffer.from(bytes).toString('latin1');
    expect(file).toContain('/Marked true');
    expect(file).toContain('(fr-FR)');
    expect(file).toMatch(/\/S \/Table\b/);
    expect(file).toMatch(/\/S \/TH\b/);
    expect(file).toMatch(/\/S \/H1\b/);
  });

  it.each([0, 12, 20, 30])('stands on one page with %i names', async (count) => {
    expect(textOfPdf(await signingSheet(sheetToPrint(many(count)), fonts, at, true))).toHaveLength(1);
  });

  it('goes on, headed and numbered again, with more names than a page holds; none is lost', async () => {
    const pages = textOfPdf(await signingSheet(sheetToPrint(many(60)), fonts, at, true));
    expect(pages.length).toBeGreaterThan(1);
    for (const [n, page] of pages.entries()) {
      expect(page).toContain('Nom et prénom');
      expect(page).toContain(`page ${n + 1} sur ${pages.length}`);
    }
    const all = pages.join('\n');
    for (let n = 0; n < 60; n += 1) expect(all).toContain(`Prénom${n} Nom${n}`);
  });

  it('writes a long name whole, smaller, on two lines', async () => {
    const name = 'Marie-Antoinette-Élisabeth de La Rochefoucauld-Montmorency-Laval';
    const [page = ''] = textOfPdf(await signingSheet(sheetToPrint([expectedLine(1, { name })]), fonts, at, true));
    expect(page.replaceAll('\n', '').replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });

  it('leaves the page to whoever comes, in free access, and expects nobody', async () => {
    const tally = { value: null, version: 0, markedAt: null, conflict: null, marked: null, history: [] };
    const sheet = sheetToPrint([]);
    const free = { ...sheet, state: { ...sheet.state, tally } };
    const pages = textOfPdf(await signingSheet(free, fonts, at, true));
    expect(pages).toHaveLength(1);
    expect(pages.join('')).not.toContain('Attendus');
  });

  it('leaves emoji out', async () => {
    const line = expectedLine(1, { name: 'Julie 👩‍👧 Petit 👶🏽' });
    const [page = ''] = textOfPdf(await signingSheet(sheetToPrint([line]), fonts, at, true));
    expect(page).toContain('Julie Petit');
    expect(page).not.toContain('?');
  });

  it('cuts a name that no cell holds', async () => {
    const name = 'Marie-Antoinette-Élisabeth de La Rochefoucauld '.repeat(6);
    const [page = ''] = textOfPdf(await signingSheet(sheetToPrint([expectedLine(1, { name })]), fonts, at, true));
    expect(page).toMatch(/^Marie-Antoinette.*…$/m);
  });
});

describe('the roll-call', () => {
  it('counts those present and those still expected, their children and the team; not those who do not come', async () => {
    const lines = [
      expectedLine(1),
      expectedLine(2, { value: present }),
      expectedLine(3, { value: { ...present, state: 'ABSENT' } }),
      expectedLine(4, { group: 'WAITING' }),
    ];
    const [page = ''] = textOfPdf(await rollCall(sheetToPrint(lines), fonts, at, true));
    expect(page).toContain('2 adultes, 1 enfant, 1 personne de l’équipe. Total : 4.');
    expect(page).toContain('06 39 98 01 02');
    expect(page).toContain('Léa Martin');
    expect(page).not.toContain('Nom3');
    expect(page).not.toContain('Nom4');
  });

  it('counts those whom nobody named, in free access', async () => {
    const value = { adults: 4, children: [{ fromMonths: 18, untilMonths: 36, count: 6 }] };
    const tally = { value, version: 1, markedAt: 0, conflict: null, marked: null, history: [] };
    const sheet = sheetToPrint([]);
    const [page = ''] = textOfPdf(await rollCall({ ...sheet, state: { ...sheet.state, tally } }, fonts, at, true));
    expect(page).toContain('4 adultes, 6 enfants, 1 personne de l’équipe. Total : 11.');
  });
});
