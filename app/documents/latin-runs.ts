/** Letters that the first font file of a face holds: Western Europe's, French typography, the euro. */
const COMMON = /[\u0000-\u00FF\u0131\u0152\u0153\u02BB-\u02BC\u02C6\u02DA\u02DC\u2000-\u206F\u20AC\u2122\u2212]/;
/** What no font holds, after composition. */
const LETTERS = /[\u0020-\u024F\u02BB\u02BC\u02C6\u02DA\u02DC\u1E00-\u1EFF\u2000-\u206F\u20AC\u2122\u2212]/;

/** Pictures, with what joins and colours them: a page is the same without. */
const PICTURES = /(?![©®™])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200D\uFE0F\u20E3]/gu;

/**
 * A text cut where the font must change; other letters that no font has are shown as "?", emoji left out. Spaces that
 * fonts lack become plain ones.
 */
export function latinRuns(text: string): { run: string; rare: boolean }[] {
  const runs: { run: string; rare: boolean }[] = [];
  for (const letter of text
    .normalize('NFC')
    .replace(PICTURES, '')
    .replace(/[\u202F\u2009\u00A0]/g, ' ')
    .replace(/ {2,}/g, ' ')) {
    const shown = LETTERS.test(letter) ? letter : '?';
    const rare = !COMMON.test(shown);
    const last = runs.at(-1);
    if (last && last.rare === rare) last.run += shown;
    else runs.push({ run: shown, rare });
  }
  return runs;
}
