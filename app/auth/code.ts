/** The one-time code as people see and type it. */

/** Minutes a code and its link live. */
export const CODE_MINUTES = 10;
/** Wrong codes after which a code is dead. */
export const CODE_ATTEMPTS = 5;

/** "1234 5678" for eight digits. */
export function codeInGroups(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** The eight digits of what was typed or pasted, whatever spaces, dots or hyphens stand between them; else null. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s.\-–‑]/gu, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}
