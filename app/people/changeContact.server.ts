import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { normalPhone } from './contact.ts';
import { refuse, type Outcome } from './outcome.ts';

/** Changes her own telephone number (an empty one is removed). Refuses what is no French number, and a visitor. */
export async function changeContact(
  actor: Actor,
  input: { phone: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ phone: string | null }, { code: 'NOT_FOUND' | 'PHONE_WRONG' }>> {
  if (actor.kind !== 'person') return refuse({ code: 'NOT_FOUND' });
  const phone = input.phone.trim() === '' ? null : normalPhone(input.phone);
  if (phone === null && input.phone.trim() !== '') return refuse({ code: 'PHONE_WRONG' });
  const { personId, collectiviteId } = actor;
  return inTransaction(tx, async (tx) => {
    const who = { id: personId, collectiviteId, erasedAt: null };
    const person = await tx.person.findFirst({ where: who, select: { phone: true } });
    if (!person) return refuse({ code: 'NOT_FOUND' });
    if (person.phone === phone) return { ok: true, phone };
    await tx.person.update({ where: { id: personId }, data: { phone } });
    await record(tx, now, {
      collectiviteId,
      actorId: actorId(actor),
      subject: 'person',
      subjectId: personId,
      what: 'phone.changed',
    });
    return { ok: true, phone };
  });
}
