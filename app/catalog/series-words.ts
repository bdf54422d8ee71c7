import { plural } from '#app/time/french.ts';
import { catalogMessage } from './messages.ts';
import type { AddSessionsRefusal } from './new-session.ts';

/** What became of a series. */
export function addedInWords({
  sessionIds,
  alreadyThere,
}: {
  sessionIds: readonly string[];
  alreadyThere: number;
}): string {
  const known = alreadyThere === 0 ? '' : ` ${plural(alreadyThere, 'date y était déjà', 'dates y étaient déjà')}.`;
  if (sessionIds.length === 0) return `Rien n’a changé.${known}`;
  return `${plural(sessionIds.length, 'date ajoutée en brouillon', 'dates ajoutées en brouillon')}.${known}`;
}

/** A refusal beside the control it concerns. */
export function seriesRefusal(refusal: AddSessionsRefusal | { code: 'NO_DATES' }): Record<string, string> {
  if (refusal.code === 'NO_DATES') return { apercu: 'Aucune date n’est gardée : cochez-en au moins une.' };
  const message = catalogMessage(refusal);
  if (refusal.code === 'CLASH' || refusal.code === 'SITE_CLOSED')
    return { motif: `${message} Dites pourquoi passer outre, ou changez ces dates.` };
  if (refusal.code === 'SITE_UNKNOWN') return { lieu: message };
  if (refusal.code === 'NOT_AN_ANIMATOR') return { animatrices: message };
  return refusal.code === 'NOT_AN_INTERVENANT' ? { intervenants: message } : { apercu: message };
}
