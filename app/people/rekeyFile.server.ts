import type { Tx } from '#app/db/client.server.ts';
import type { Rekeying } from './rekeying.ts';

/**
 * Gives one person's children, acceptances, relais, agréments and participants brought to another, who is the same, and
 * empties her own file: erased, pointing at the other. What the kept file lacks (e-mail, telephone, commune) comes from
 * it.
 */
export async function rekeyFile(tx: Tx, { from, to, collectiviteId }: Rekeying, now: Date): Promise<void> {
  const lost = await tx.person.findUniqueOrThrow({ where: { id: from }, include: { professional: true } });
  await tx.child.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.closure.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.participant.updateMany({ where: { collectiviteId, broughtById: from }, data: { broughtById: to } });
  await tx.participant.deleteMany({ where: { personId: from } });
  await tx.accessRequest.updateMany({ where: { personId: from }, data: { personId: to } });
  await rekeyAcceptances(tx, from, to);
  if (lost.professional)
    await rekeyProfessional(tx, { id: lost.professional.id, communeId: lost.professional.communeId }, to);
  const empty = { firstName: '', lastName: '', email: null, phone: null };
  await tx.person.update({ where: { id: from }, data: { ...empty, erasedAt: now, mergedIntoId: to } });
  await tx.person.updateMany({ where: { mergedIntoId: from }, data: { mergedIntoId: to } });
  const kept = await tx.person.findUniqueOrThrow({ where: { id: to }, select: { email: true, phone: true } });
  const data = { email: kept.email ?? lost.email, phone: kept.phone ?? lost.phone };
  await tx.person.update({ where: { id: to }, data });
}

/** A real acceptance is worth more than "à signer". */
async function rekeyAcceptances(tx: Tx, from: string, to: string): Promise<void> {
  const signed = await tx.acceptance.findMany({
    where: { personId: from, mode: { not: 'TO_SIGN' } },
    select: { reglementId: true },
  });
  const real = { in: signed.map(({ reglementId }) => reglementId) };
  await tx.acceptance.deleteMany({ where: { personId: to, mode: 'TO_SIGN', reglementId: real } });
  const hers = await tx.acceptance.findMany({ where: { personId: to }, select: { reglementId: true } });
  await tx.acceptance.deleteMany({
    where: { personId: from, reglementId: { in: hers.map(({ reglementId }) => reglementId) } },
  });
  await tx.acceptance.updateMany({ where: { personId: from }, data: { personId: to } });
}

/** Her other relais and agréments join the kept file, which stays at its home; its own status holds. */
async function rekeyProfessional(tx: Tx, lost: { id: string; communeId: string | null }, to: string): Promise<void> {
  const kept = await tx.professional.findUnique({
    where: { personId: to },
    include: { memberships: true, agrements: true, statuses: { orderBy: { from: 'asc' } } },
  });
  if (!kept) {
    await tx.professional.update({ where: { id: lost.id }, data: { personId: to } });
    return;
  }
  const hasHome = kept.memberships.some(({ home, until }) => home && until === null);
  const there = kept.memberships.map(({ relaisId }) => relaisId);
  const others = { professionalId: lost.id, relaisId: { notIn: there } };
  await tx.relaisMembership.updateMany({
    where: others,
    data: { professionalId: kept.id, ...(hasHome ? { home: false } : {}) },
  });
  const dates = kept.agrements.map(({ validFrom }) => validFrom);
  await tx.agrement.updateMany({
    where: { professionalId: lost.id, validFrom: { notIn: dates } },
    data: { professionalId: kept.id },
  });
  const first = kept.statuses[0]?.from;
  await tx.professionalStatus.updateMany({
    where: { professionalId: lost.id, ...(first && { from: { lt: first } }) },
    data: { professionalId: kept.id },
  });
  await tx.relaisMembership.deleteMany({ where: { professionalId: lost.id } });
  await tx.agrement.deleteMany({ where: { professionalId: lost.id } });
  await tx.professionalStatus.deleteMany({ where: { professionalId: lost.id } });
  await tx.professional.delete({ where: { id: lost.id } });
  if (kept.communeId === null)
    await tx.professional.update({ where: { id: kept.id }, data: { communeId: lost.communeId } });
}
