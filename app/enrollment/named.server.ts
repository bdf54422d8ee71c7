import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { namesHidden } from './names-hidden.server.ts';

/** May this actor know who is in this session? Always, but for a group of analysis (rule 8): see `namesHidden`. */
export async function maySeeNames(tx: Tx, actor: Actor, meeting: LoadedMeeting): Promise<boolean> {
  return meeting.kind !== 'ANALYSE' || !(await namesHidden(tx, actor, [meeting.id])).has(meeting.id);
}
