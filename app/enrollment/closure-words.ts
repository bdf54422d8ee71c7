import { list, plural } from '#app/time/french.ts';
import type { ClosureHit } from './closure-hits.server.ts';

/** "6 parties inscrites avec 11 enfants, 2 en attente"; '' where it must not be told. */
export function takenInWords({ taken, draft }: Pick<ClosureHit, 'taken' | 'draft'>): string {
  if (draft) return 'Brouillon : personne n’est prévenue';
  if (!taken) return '';
  const { parties, children, waiting } = taken;
  const parts = [
    parties === 0
      ? 'personne d’inscrite'
      : `${plural(parties, 'inscrite', 'inscrites')}${children > 0 ? ` avec ${plural(children, 'enfant', 'enfants')}` : ''}`,
    ...(waiting > 0 ? [`${waiting} en attente`] : []),
  ];
  return parts.join(', ');
}

/** What became of the sessions ticked. */
export function cancelledInWords(done: { cancelled: number; removed: number; told: number; toCall: number }): string {
  const { cancelled, removed, told, toCall } = done;
  if (cancelled + removed === 0) return 'C’était déjà fait.';
  const parts = [
    ...(cancelled > 0 ? [plural(cancelled, 'séance annulée', 'séances annulées')] : []),
    ...(removed > 0 ? [plural(removed, 'brouillon retiré', 'brouillons retirés')] : []),
    ...(told > 0 ? [plural(told, 'personne prévenue', 'personnes prévenues')] : []),
  ];
  const call =
    toCall > 0
      ? ` ${plural(toCall, 'personne est à appeler', 'personnes sont à appeler')} : voyez « À prévenir ».`
      : '';
  return `${list(parts)}.${call}`;
}

/** Why nothing was cancelled. */
export function chosenMessage(refusal: { code: 'NOT_FOUND' | 'REASON_NEEDED' }): string {
  return refusal.code === 'REASON_NEEDED'
    ? 'Dites pourquoi : le motif figure dans l’e-mail.'
    : 'Cochez au moins une séance de vos relais.';
}

/** What was decided of the sessions ticked. */
export function keptInWords(kept: number): { severity: 'success' | 'warn'; text: string } {
  return kept === 0
    ? { severity: 'warn', text: 'Cochez d’abord une séance.' }
    : { severity: 'success', text: `${plural(kept, 'séance gardée', 'séances gardées')}. Personne n’est prévenu.` };
}
