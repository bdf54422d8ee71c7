import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { INTRODUCTION_MOST, isIntroducible } from '#app/mail/introducible.ts';
import { lastIntroduction } from '#app/mail/introductions.server.ts';
import { saveIntroduction } from '#app/mail/saveIntroduction.server.ts';
import type { Actor } from './actor.ts';
import { mayIntroduceMails } from './introductions.server.ts';
import { refuse, type Outcome } from './outcome.ts';

/**
 * Puts words above one kind of mail of the actor's collectivité; '' takes them away. The former ones stay in the
 * history. The same words again change nothing. Refuses who does not settle the whole collectivité, an unknown mail,
 * too long a text.
 */
export async function changeIntroduction(
  actor: Actor,
  input: { template: string; text: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: boolean }, { code: 'NOT_FOUND' | 'TOO_LONG' }>> {
  const { template } = input;
  if (!mayIntroduceMails(actor) || !isIntroducible(template)) return refuse({ code: 'NOT_FOUND' });
  const text = input.text.replaceAll('\r\n', '\n').trim();
  if (text.length > INTRODUCTION_MOST) return refuse({ code: 'TOO_LONG' });
  const { collectiviteId, personId: byId } = actor;
  return inTransaction(tx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Collectivite" WHERE id = ${collectiviteId}::uuid FOR NO KEY UPDATE`;
    if ((await lastIntroduction(tx, collectiviteId, template)) === text) return { ok: true, changed: false };
    await saveIntroduction(tx, { collectiviteId, template, text, byId }, now);
    const entry = { collectiviteId, actorId: byId, subject: 'collectivite', subjectId: collectiviteId } as const;
    await record(tx, now, { ...entry, what: 'introduction.changed', detail: { template } });
    return { ok: true, changed: true };
  });
}
