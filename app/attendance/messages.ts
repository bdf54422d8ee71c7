import { dayLong } from '#app/time/french.ts';
import type { MarkAttendanceOutcome } from './markAttendance.server.ts';

type Told = Exclude<MarkAttendanceOutcome, { outcome: 'notFound' }>;

/** What became of a sheet saved without script, in one sentence. */
export function markedInWords(outcome: Told): { severity: 'success' | 'warn'; text: string } {
  if (outcome.outcome === 'notYet') {
    return { severity: 'warn', text: `La feuille s’ouvrira ${dayLong(outcome.date)}, le jour de la séance.` };
  }
  const conflicts = outcome.answers.filter(({ conflict }) => conflict).length;
  if (conflicts > 0) {
    return {
      severity: 'warn',
      text: 'Enregistré. Une collègue a marqué autre chose entre-temps : choisissez ci-dessous.',
    };
  }
  return { severity: 'success', text: 'La feuille est enregistrée.' };
}
