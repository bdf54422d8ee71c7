import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { managedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { mayInCollectivite } from './permissions.ts';

export type NewReglement = {
  /** One relais, or the whole collectivité. */
  of: { relaisId: string } | { collectiviteId: string };
  kind: 'REGLEMENT' | 'CHARTE';
  title: string;
  body: string;
  /** `YYYY-MM-DD`: the day from which it is the version to accept. */
  effectiveFrom: string;
};

type Done = { reglementId: string; version: number };

/**
 * Publishes the next version of a règlement or charter. The same text from the same day again is the version that is
 * there. Refuses an actor who may not change these relais's settings.
 */
export async function publishReglement(
  actor: Actor,
  { of, kind, title, body, effectiveFrom }: NewReglement,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const owner = await ownerOf(tx, actor, of);
    if (!owner) return refuse({ code: 'NOT_FOUND' });
    await tx.$executeRaw`SELECT 1 FROM "Collectivite" WHERE id = ${owner.collectiviteId}::uuid FOR NO KEY UPDATE`;
    const last = await tx.reglement.findFirst({ where: { ...owner, kind }, orderBy: { version: 'desc' } });
    const from = new Date(effectiveFrom);
    if (last && last.title === title && last.body === body && last.effectiveFrom.getTime() === from.getTime()) {
      return { ok: true, reglementId: last.id, version: last.version };
    }
    const version = (last?.version ?? 0) + 1;
    const { id } = await tx.reglement.create({ data: { ...owner, kind, title, body, version, effectiveFrom: from } });
    await record(tx, now, {
      collectiviteId: owner.collectiviteId,
      actorId: actorId(actor),
      subject: owner.relaisId === null ? 'account' : 'relais',
      subjectId: owner.relaisId ?? owner.collectiviteId,
      what: 'reglement.published',
      detail: { reglementId: id, version },
    });
    return { ok: true, reglementId: id, version };
  });
}

async function ownerOf(tx: Tx, actor: Actor, of: NewReglement['of']) {
  if ('relaisId' in of) {
    const relais = await managedRelais(tx, actor, 'relais.settings', of.relaisId);
    return relais && { collectiviteId: relais.collectiviteId, relaisId: of.relaisId };
  }
  const { collectiviteId } = of;
  return mayInCollectivite(actor, 'relais.settings', collectiviteId) ? { collectiviteId, relaisId: null } : null;
}
