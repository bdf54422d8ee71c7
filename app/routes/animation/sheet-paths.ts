type SheetPart =
  'emargement' | 'emargement/arbitrage' | 'marques' | 'recherche' | 'venues' | 'feuille.pdf' | 'appel.pdf';

/** The address of a session's sheet, or of what goes with it. */
export function sheetPath(sessionId: string, part: SheetPart = 'emargement'): string {
  return `/animation/seances/${sessionId}/${part}`;
}

/** The sheets of the day. */
export const SHEETS_PATH = '/animation/seances/feuilles';
