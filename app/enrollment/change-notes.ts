import type { Difference } from '#app/catalog/session-change.ts';
import { ageRange } from '#app/time/french.ts';

type Shown = { title: string; bring: string | null; ageMinMonths: number | null; ageMaxMonths: number | null };

/** What else changes of a session than its hours and place, one sentence each, for those enrolled. */
export function changeNotes(
  { what, after }: { what: readonly Difference[]; after: { audience: string | null } },
  was: Shown,
  is: Shown,
): string[] {
  const notes: string[] = [];
  if (what.includes('theme')) notes.push(`Thème : « ${is.title} » (c’était « ${was.title} »).`);
  if (what.includes('bring'))
    notes.push(is.bring ? `À prévoir maintenant : ${is.bring}` : 'Il n’y a plus rien à prévoir.');
  if (what.includes('ages')) {
    const words = ageRange(is.ageMinMonths, is.ageMaxMonths);
    notes.push(words === '' ? 'Il n’y a plus de limite d’âge.' : `Âge des enfants : ${words}.`);
  }
  if (what.includes('audience'))
    notes.push(after.audience ? `Public : ${after.audience}` : 'Le public change : voyez la page de la séance.');
  return notes;
}
