import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { actorId, type Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';
import { heldRequest } from './pending-request.server.ts';

/** Refuses a request, with a word for her that is not kept once sent. Twice changes nothing. */
export async function refuseAccess(
  actor: Actor,
  { requestId, words }: { requestId: string; words: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ mailed: boolean; again: boolean }, { code: 'NOT_FOUND' | 'ANSWERED' }>> {
  return inTransaction(tx, async (tx) => {
    const request = await heldRequest(tx, actor, requestId);
    if (!request) return refuse({ code: 'NOT_FOUND' });
    if (request.state === 'ACCEPTED') return refuse({ code: 'ANSWERED' });
    if (request.state === 'REFUSED') return { ok: true, mailed: false, again: true };
    const { collectiviteId, relaisId, email, relais } = request;
    const answered = { state: 'REFUSED' as const, answeredAt: now, answeredById: actorId(actor) };
    await tx.accessRequest.update({ where: { id: requestId }, data: answered });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'relais' as const, subjectId: relaisId };
    await record(tx, now, { ...who, what: 'access.refused', detail: { requestId } });
    if (email === null) return { ok: true, mailed: false, again: false };
    const asked = { name: relais.name, phone: relais.phone, email: relais.email };
    const props = { relais: asked, words: words.trim() === '' ? null : words.trim(), confidential: true };
    await enqueueMail(tx, { template: 'access-refused', props, collectiviteId, personId: null, to: email, now });
    return { ok: true, mailed: true, again: false };
  });
}
