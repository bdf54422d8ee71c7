import type { TrainingRefusal } from './messages.ts';

/** The field of the form beside which a refusal stands. */
export function declaredFieldOf(code: TrainingRefusal['code']): 'titre' | 'fin' | 'duree' | 'theme' | 'justificatif' {
  if (code === 'DATES_WRONG') return 'fin';
  if (code === 'THEME_UNKNOWN') return 'theme';
  if (code === 'PROOF_TOO_LARGE' || code === 'PROOF_WRONG') return 'justificatif';
  return code === 'HOURS_WRONG' ? 'duree' : 'titre';
}
