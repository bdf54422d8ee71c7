import { randomBytes } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { ownSpace, type Owner } from '#app/people/own-space.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { scopeWanted } from './feed-scope.ts';
import { TOKEN_BYTES, tokenHash } from './feed-token.ts';
import type { Rendering } from './refreshEvents.server.ts';
import { renderPersonEvents } from './renderPersonEvents.server.ts';

export type RenewFeedTokenOutcome =
  | { readonly outcome: 'notFound' }
  /** `token` is known only now: the database keeps its hash. */
  | { readonly outcome: 'renewed'; readonly token: string };

/**
 * Gives the actor a new link to her own feed; the former one dies at once. `contents` ('moi', 'relais') is heard of the
 * team alone; without it the feed lists what the former did. Her places are rendered before it is told, so
 * that its first reading is complete. Refuses whoever is not a person known here.
 */
export async function renewFeedToken(
  actor: Actor,
  { contents }: { contents: string | null },
  rendering: Rendering,
  now: Date,
  tx?: Tx,
): Promise<RenewFeedTokenOutcome> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const owner = await inTransaction(tx, async (tx) => replace(tx, actor, contents, token, now));
  if (owner === null) return { outcome: 'notFound' };
  // after the link is there for all to see: an enrolment made meanwhile then renders itself
  await renderPersonEvents(owner.personId, rendering, now, tx);
  return { outcome: 'renewed', token };
}

async function replace(tx: Tx, actor: Actor, contents: string | null, token: string, now: Date): Promise<Owner | null> {
  const owner = await ownSpace(tx, actor);
  if (owner === null) return null;
  const { personId, collectiviteId } = owner;
  await lockPersons(tx, [personId]);
  const living = { personId, revokedAt: null };
  const before = await tx.feedToken.findFirst({ where: living, select: { scope: true } });
  const scope = scopeWanted(actor, contents, before?.scope ?? null);
  await tx.feedToken.updateMany({ where: living, data: { revokedAt: now } });
  await tx.feedToken.create({ data: { personId, collectiviteId, scope, tokenHash: tokenHash(token), createdAt: now } });
  await record(tx, now, {
    collectiviteId,
    actorId: personId,
    subject: 'person',
    subjectId: personId,
    what: 'feed renewed',
  });
  await enqueueJob(tx, { task: 'render-person-events', payload: { personId }, key: `render-person:${personId}` });
  return owner;
}
