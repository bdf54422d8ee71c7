/** Letters that the first font file of a face holds: Western Europe's, French typography, the euro. */
const COMMON = /[\u0000-\u00FF\u0131\u0152\u0153\u02BB-\u02BC\u02C6\u02DA\u02DC\u2000-\u206F\u20AC\u2122\u2212]/;
/** What no font holds, after composition. */
const LETTERS = /[\u0020-\u024F\u02BB\u02BC\u02C6\u02DA\u02DC\u1E00-\u1EFF\u2000-\u206F\u20AC\u2122\u2212]/;

/** A text cut where the font must change; what no font has is shown as "?". Spaces that fonts lack become plain ones. */
export function latinRuns(text: string): { run: string; rare: boolean }[] {
  const runs: { run: string; rare: boolean }[] = [];
  for (const letter of text.normalize('NFC').replace(/[\u202F\u2009\u00A0]/g, ' ')) {
    const shown = LETTERS.test(letter) ? letter : '?';
    const rare = !COMMON.test(shown);
    const last = runs.at(-1);
    if (last && last.rare === rare) last.run += shown;
    else runs.push({ run: shown, rare });
  }
  return runs;
}
