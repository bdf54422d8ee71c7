import { type ProgrammeField } from '#app/catalog/programme-columns.ts';
import { fold } from '#app/documents/fold.ts';

const IDENTITY: readonly ProgrammeField[] = [
  'relais', 'commune', 'kind', 'title', 'place', 'date', 'start', 'end', 'recurrence',
]; // prettier-ignore

/**
 * The identity of a row: the same words give the same key whatever the columns' order, the accents or the file's
 * encoding; places, audience and notes may be corrected without making another activity. The school year a programme is
 * moved to is part of it, so that one file may serve every year. 28 hexadecimal characters.
 */
export function programmeKey(cells: Record<ProgrammeField, string>, year: string | null = null): string {
  const text = [...IDENTITY.map((field) => fold(cells[field])), year ?? ''].join('\u001f');
  return hash(text, 0) + hash(text, 0x9e3779b9);
}

/** cyrb53 (public domain): 53 bits, enough twice to keep rows apart; nothing secret rests on it. */
function hash(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
