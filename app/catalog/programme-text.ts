import { foldCharacter } from '#app/documents/fold.ts';

/** Where a reading was found, and what is said of it to the animator. */
export type Telling = { about: string; text: string };

/** What reading a programme gives beside its values; every list holds French sentences, in reading order. */
export type Tellings = { understood: Telling[]; missing: Telling[]; proposed: Telling[]; unread: Telling[] };

/** Before anything is read. */
export function noTellings(): Tellings {
  return { understood: [], missing: [], proposed: [], unread: [] };
}

const MASK = '\u0001';
const LONGEST = 2000;

/** A text being read: `text` is folded, what has been understood is masked; `origin` leads back to the source. */
export type Reader = { source: string; origin: number[]; text: string };

/** Opens a cell for reading; what exceeds 2,000 characters is left unread. */
export function openReader(source: string): Reader {
  const reader: Reader = { source: source.normalize('NFC'), origin: [], text: '' };
  let index = 0;
  for (const character of reader.source) {
    if (index >= LONGEST) break;
    const folded = foldCharacter(character);
    for (let i = 0; i < folded.length; i += 1) reader.origin.push(index);
    reader.text += folded;
    index += character.length;
  }
  return reader;
}

/** Masks `length` characters from `at`, as understood. */
export function mask(reader: Reader, at: number, length: number): void {
  reader.text = reader.text.slice(0, at) + MASK.repeat(length) + reader.text.slice(at + length);
}

/** Finds the pattern (not global), masks it and gives the match, or null. */
export function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(reader.text);
  if (!match || match[0].length === 0) return null;
  mask(reader, match.index, match[0].length);
  return match;
}

/** The words of the source that a match took. */
export function sourceOf(reader: Reader, match: RegExpExecArray): string {
  const begin = reader.origin[match.index] ?? 0;
  const end = reader.origin[match.index + match[0].length] ?? reader.source.length;
  return reader.source.slice(begin, end).replace(/\s+/g, ' ').trim();
}

/** Takes the pattern as many times as it occurs. */
export function takeAll(reader: Reader, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let match = take(reader, pattern); match; match = take(reader, pattern)) found.push(match);
  return found;
}

const CONNECTORS = new Set(
  (
    'le la les l de du des d a au aux et ou en un une pour par sur dans chaque tous toutes tout toute pendant ' +
    'date dates jour jours horaire horaires heure heures debut fin annonce annoncee annonces annoncees prevu prevue ' +
    'seance seances puis ainsi que soit tlj uniquement seulement mois semaine semaines'
  ).split(' '),
);

function fragmentOf(reader: Reader, from: number, to: number): string | null {
  const words = [...reader.text.slice(from, to).matchAll(/[\p{L}\p{N}]+/gu)];
  const first = words[0];
  const last = words.filter((word) => !CONNECTORS.has(word[0])).at(-1);
  if (!first || !last) return null;
  const begin = reader.origin[from + first.index] ?? 0;
  const end = reader.origin[from + last.index + last[0].length] ?? reader.source.length;
  return reader.source.slice(begin, end).replace(/\s+/g, ' ').trim();
}

/** The fragments that nothing masked, in the words of the source, unless they are only small words that link. */
export function unreadFragments(reader: Reader): string[] {
  const fragments: string[] = [];
  for (const run of reader.text.matchAll(/[^\u0001,;()[\]]+/g)) {
    const fragment = fragmentOf(reader, run.index, run.index + run[0].length);
    if (fragment) fragments.push(fragment);
  }
  const beyond = reader.source.slice(LONGEST).trim();
  return beyond ? [...fragments, `${beyond.slice(0, 60)}…`] : fragments;
}
