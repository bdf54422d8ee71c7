import type { TrainingRefusal } from './messages.ts';

/** The field of the form beside which a refusal stands. */
export function declaredFieldOf(code: TrainingRefusal['code']): 'titre' | 'fin' | 'duree' {
  if (code === 'DATES_WRONG') return 'fin';
  return code === 'HOURS_WRONG' ? 'duree' : 'titre';
}
