import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { localDate } from '#app/time/local.ts';
import { actorId, type Actor } from './actor.ts';
import { reglementsInForce } from './reglements.server.ts';

/**
 * Notes as "à signer" what someone enrolled by telephone has not accepted of what is in force in a relais. The caller has
 * told that the actor may enrol her there. Twice changes nothing; what she accepted stays.
 */
export async function noteToSign(
  actor: Actor,
  input: { personId: string; relaisId: string; collectiviteId: string; zone: string },
  now: Date,
  tx?: Tx,
): Promise<{ noted: number }> {
  return inTransaction(tx, async (tx) => {
    const { personId, relaisId, collectiviteId, zone } = input;
    const inForce = await reglementsInForce(relaisId, localDate(now, zone), tx);
    const rows = await tx.acceptance.createManyAndReturn({
      data: inForce.map(({ id }) => ({
        ...{ collectiviteId, personId, reglementId: id, mode: 'TO_SIGN' as const, at: now },
        recordedById: actorId(actor),
      })),
      skipDuplicates: true,
      select: { reglementId: true },
    });
    const entry = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    const details = rows.map(({ reglementId }) => ({ reglementId, mode: 'TO_SIGN' }));
    await record(
      tx,
      now,
      details.map((detail) => ({ ...entry, what: 'reglement.accepted', detail })),
    );
    return { noted: rows.length };
  });
}
