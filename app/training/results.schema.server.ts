import { z } from 'zod';
import type { ResultGiven } from './recordResults.server.ts';

const theme = z.union([z.literal('').transform(() => null), z.uuid()]);
const until = z.union([z.literal('').transform(() => null), z.iso.date()]);

type Typed = Record<string, string>;

export type ResultsRead = {
  lines: ResultGiven[];
  themeId: string | null;
  /** By the id of the control each stands beside. */
  errors: Record<string, string>;
  typed: Typed;
};

/** The form of results: a theme, and a line a person (`obtenu-<id>`, `validite-<id>`); one left aside says nothing. */
export function readResults(form: FormData): ResultsRead {
  const typed: Typed = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value.trim();
  const errors: Record<string, string> = {};
  const about = theme.safeParse(typed.theme ?? '');
  if (!about.success) errors.theme = 'Choisissez un thème de la liste.';
  const lines = Object.entries(typed).flatMap(([name, said]): ResultGiven[] => {
    const personId = /^obtenu-([0-9a-f-]{36})$/.exec(name)?.[1];
    if (personId === undefined || (said !== 'oui' && said !== 'non')) return [];
    const parsed = until.safeParse(typed[`validite-${personId}`] ?? '');
    if (!parsed.success) errors[`validite-${personId}`] = 'Écrivez une date, par exemple 14/03/2028.';
    return [{ personId, obtained: said === 'oui', expiresOn: parsed.data ?? null }];
  });
  return { lines, themeId: about.data ?? null, errors, typed };
}
