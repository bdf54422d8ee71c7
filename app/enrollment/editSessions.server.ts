import { sessionsInScope } from '#app/catalog/sessions-in-scope.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { changeSessions, type SessionsChanged } from './changeSessions.server.ts';
import type { SessionChangeRefusal } from './session-change-refusal.ts';
import type { SessionEdit } from './session-edit.schema.server.ts';
import { changeFrom } from './session-edit.ts';

/** Changes sessions as the form of one says: only what it says otherwise than that session has (see `changeSessions`). */
export async function editSessions(
  actor: Actor,
  { sessionId, edit }: { sessionId: string; edit: SessionEdit },
  now: Date,
  tx?: Tx,
): Promise<Outcome<SessionsChanged, SessionChangeRefusal>> {
  const { scope, said, reason } = edit;
  const asked = { sessionId, scope: 'ONE', permission: 'session.plan' } as const;
  const found = await sessionsInScope(tx ?? db(), actor, asked, now);
  if (!found) return refuse({ code: 'NOT_FOUND' });
  const change = changeFrom(found.named, said, found.zone);
  const override = reason === null ? {} : { override: { reason } };
  return changeSessions(actor, { sessionId, scope, change, ...override }, now, tx);
}
