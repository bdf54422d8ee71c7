import { describe, expect, test } from 'vitest';

import { TableError } from '#app/documents/csv.ts';
import { readWorkbook } from '#app/documents/read-workbook.ts';
import { writeWorkbook } from '#app/documents/workbook.ts';
import { isZip, unpackedSize } from '#app/documents/zip-size.ts';

const HEADER = ['Nom', 'Enfants', 'Note'];
const written = async () =>
  new Uint8Array(
    await writeWorkbook('Liste', HEADER, [
      ['Lefèvre', 3, '=1+1'],
      ['', null, true],
    ]),
  );

describe('a workbook', () => {
  test('comes back as it was written; what looks like a formula stays text', async () => {
    expect(await readWorkbook(await written())).toEqual({
      rows: [HEADER, ['Lefèvre', '3', '=1+1'], ['', '', 'oui']],
      lines: [1, 2, 3],
    });
  });

  test('says how large it is unpacked', async () => {
    const bytes = await written();
    expect(isZip(bytes)).toBe(true);
    expect(unpackedSize(bytes)).toBeGreaterThan(bytes.length / 2);
    expect(unpackedSize(bytes)).toBeLessThan(1_000_000);
    expect(unpackedSize(bytes.slice(0, 40))).toBe(Infinity);
  });

  test('that lies about being one, or holds too much, is refused', async () => {
    await expect(readWorkbook(new TextEncoder().encode('Nom;Prénom'))).rejects.toThrow(TableError);
    const bytes = await written();
    await expect(readWorkbook(bytes.slice(0, bytes.length - 10))).rejects.toThrow(TableError);
    const directory = bytes.findIndex((_, at) => [0x50, 0x4b, 1, 2].every((byte, index) => bytes[at + index] === byte));
    new DataView(bytes.buffer).setUint32(directory + 24, 4_000_000_000, true);
    await expect(readWorkbook(bytes)).rejects.toThrow(/trop grand/);
  });
});
