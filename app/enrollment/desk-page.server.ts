import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { deskFor, type DeskRights } from './desk-access.server.ts';
import { deskHead, type DeskHead } from './desk-head.ts';

/** The head of a page under a session's desk, for what this right allows; null: not for this actor. */
export async function deskPage(
  actor: Actor,
  sessionId: string,
  right: keyof DeskRights,
  now: Date,
  tx: Tx = db(),
): Promise<DeskHead | null> {
  const access = await deskFor(actor, sessionId, right, now, tx);
  return access && deskHead(access, now);
}
