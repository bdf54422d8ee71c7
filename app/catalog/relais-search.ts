import { folded } from './catalogue-filters.ts';

/** The relais whose communes bear the name typed: exactly, else beginning with it, else holding it. */
export function relaisServing<Line extends { communes: readonly string[] }>(
  lines: readonly Line[],
  typed: string,
): { relais: Line; communes: string[] }[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const tests = [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => name.includes(wanted),
  ];
  for (const test of tests) {
    const found = lines.flatMap((relais) => {
      const communes = relais.communes.filter((name) => test(plain(name)));
      return communes.length === 0 ? [] : [{ relais, communes }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** "Saint-Léger" and "st leger" compare alike. */
function plain(name: string): string {
  return folded(name)
    .replace(/[-'’\s]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .trim();
}
