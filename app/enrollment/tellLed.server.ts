import type { LedChange } from '#app/catalog/leader-changes.ts';
import { leadersOf, type LedMeeting } from '#app/catalog/leaders.server.ts';
import { isMoved } from '#app/catalog/session-change.ts';
import { tellLeaders } from '#app/catalog/tellLeaders.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { changeNotes } from './change-notes.ts';
import type { Changing } from './weighChange.server.ts';

/** Tells those who lead or speak what changed of their sessions, in the caller's transaction; `before`: as they were. */
export async function tellLed(
  tx: Tx,
  actor: Actor,
  { changes, before }: { changes: readonly Changing[]; before: readonly LedMeeting[] },
  now: Date,
): Promise<void> {
  const led = await leadersOf(
    tx,
    changes.map(({ after }) => after.id),
  );
  const heard = changes.flatMap((change): LedChange[] => {
    const [was, is] = [before, led].map((list) => list.find(({ id }) => id === change.after.id));
    if (!was || !is) return [];
    return [{ before: was, after: is, moved: isMoved(change.what), notes: notesOf(change, was, is) }];
  });
  await tellLeaders(tx, { actor, changes: heard }, now);
}

/** Only its theme and what is to bring: the public and the ages are not a speaker's concern. */
function notesOf({ what, after }: Changing, was: LedMeeting, is: LedMeeting): string[] {
  const shown = ({ words }: LedMeeting) => ({ ...words, ageMinMonths: null, ageMaxMonths: null });
  const told = what.filter((one) => one === 'theme' || one === 'bring');
  return changeNotes({ what: told, after }, shown(was), shown(is));
}
