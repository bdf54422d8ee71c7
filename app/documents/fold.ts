/** One character as two hands would write it alike; several for "œ". */
export function foldCharacter(character: string): string {
  if (character === 'œ' || character === 'Œ') return 'oe';
  if (character === 'æ' || character === 'Æ') return 'ae';
  if (/[’‘ʼ`´]/u.test(character)) return "'";
  if (/[‐‑‒–—−]/u.test(character)) return '-';
  if (/[\s\p{Cc}\p{Zs}]/u.test(character)) return ' ';
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Text without accents, case, typographic quotes, double spaces: what two hands would write alike. */
export function fold(text: string): string {
  return Array.from(text.normalize('NFC'), foldCharacter).join('').replace(/ +/g, ' ').trim();
}

const SMALL = new Set('de du des d l le la les a au aux ou et par en un une s es trices'.split(' '));

/** A column's header as words: "Heures de début" → "heure debut"; "Intervenant·e·s" → "intervenant e". */
export function foldHeader(header: string): string {
  const words = fold(header.replace(/^\uFEFF/u, ''))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !SMALL.has(word)).map((word) => word.replace(/(?<=.{2})[sx]$/, ''));
  return (kept.length > 0 ? kept : words).join(' ');
}
