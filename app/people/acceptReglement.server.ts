import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';
import { may, mayInCollectivite } from './permissions.ts';

export type AcceptanceInput = {
  reglementId: string;
  /** Absent: herself, online. Else those for whom the relais notes it: signed on paper, or "à signer". */
  onBehalf?: { personIds: readonly string[]; mode: 'ONLINE' | 'ON_PAPER' | 'TO_SIGN' };
};

/**
 * Notes that a version of a règlement is accepted: by the actor herself, or by others for whom she may write files.
 * Twice changes nothing, but a real acceptance replaces "à signer". Refuses what belongs to another collectivité; only
 * the application itself may note others' online acceptances (the demo does).
 */
export async function acceptReglement(
  actor: Actor,
  input: AcceptanceInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ accepted: number }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const where = { id: input.reglementId, ...(actor.kind === 'person' && { collectiviteId: actor.collectiviteId }) };
    const reglement = await tx.reglement.findFirst({
      where,
      select: { id: true, collectiviteId: true, relaisId: true },
    });
    const personIds = reglement ? await accepting(tx, actor, reglement, input) : null;
    if (!reglement || !personIds) return refuse({ code: 'NOT_FOUND' });
    const mode = input.onBehalf?.mode ?? 'ONLINE';
    const { collectiviteId, id: reglementId } = reglement;
    const common = { collectiviteId, reglementId, mode, at: now, recordedById: input.onBehalf ? actorId(actor) : null };
    if (mode !== 'TO_SIGN') {
      await tx.acceptance.deleteMany({ where: { reglementId, personId: { in: personIds }, mode: 'TO_SIGN' } });
    }
    const rows = await tx.acceptance.createManyAndReturn({
      data: personIds.map((personId) => ({ ...common, personId })),
      skipDuplicates: true,
      select: { personId: true },
    });
    const entry = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, what: 'reglement.accepted' };
    const detail = { reglementId, mode };
    await record(
      tx,
      now,
      rows.map(({ personId }) => ({ ...entry, subjectId: personId, detail })),
    );
    return { ok: true, accepted: rows.length };
  });
}

/** Those who accept; null when the actor may not say so for them. */
async function accepting(
  tx: Tx,
  actor: Actor,
  reglement: { collectiviteId: string; relaisId: string | null },
  { onBehalf }: AcceptanceInput,
): Promise<string[] | null> {
  if (!onBehalf) return actor.kind === 'person' ? [actor.personId] : null;
  if (onBehalf.mode === 'ONLINE' && actor.kind !== 'system') return null;
  if (!mayWrite(actor, reglement)) return null;
  const ids = [...new Set(onBehalf.personIds)];
  const known = await tx.person.count({
    where: { id: { in: ids }, collectiviteId: reglement.collectiviteId, erasedAt: null },
  });
  return known === ids.length ? ids : null;
}

function mayWrite(actor: Actor, { collectiviteId, relaisId }: { collectiviteId: string; relaisId: string | null }) {
  return relaisId === null
    ? mayInCollectivite(actor, 'professional.write', collectiviteId)
    : may(actor, 'professional.write', { relaisId, collectiviteId });
}
