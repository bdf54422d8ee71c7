import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { ESSENTIAL } from '#app/mail/message-kinds.ts';
import { savePreferences } from '#app/mail/savePreferences.server.ts';
import type { Stop } from '#app/mail/stop-links.server.ts';

/**
 * Stops the mails of one kind for whoever holds the link of such a mail, or takes them up again (`wanted`). False when
 * the person is gone or must get them. Twice is harmless.
 */
export async function stopMessages({ personId, kind }: Stop, wanted: boolean, now: Date, tx?: Tx): Promise<boolean> {
  if (ESSENTIAL[kind]) return false;
  return inTransaction(tx, async (tx) => {
    const person = await tx.person.findFirst({
      where: { id: personId, erasedAt: null },
      select: { collectiviteId: true },
    });
    if (!person) return false;
    const { collectiviteId } = person;
    await savePreferences(tx, { personId, collectiviteId }, [{ kind, channel: 'MAIL', wanted }], now);
    const entry = { collectiviteId, actorId: personId, subject: 'person', subjectId: personId } as const;
    await record(tx, now, { ...entry, what: wanted ? 'messages.resumed' : 'messages.stopped', detail: { kind } });
    return true;
  });
}
