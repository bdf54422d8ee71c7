import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { readFacts } from './certificate-facts.schema.server.ts';
import type { TrainingRefusal } from './messages.ts';
import { issuedCertificate, type IssuedCertificate } from './issued-certificate.server.ts';

/**
 * Revokes a certificate, with the reason: its address says so from now on, and its holder is told. Twice is once. Refuses
 * one that this actor could not have issued, and no reason.
 */
export async function revokeCertificate(
  actor: Actor,
  { certificateId, why }: { certificateId: string; why: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, TrainingRefusal>> {
  return inTransaction(tx, async (tx) => {
    const certificate = await issuedCertificate(tx, actor, certificateId, now);
    if (!certificate) return refuse({ code: 'NOT_FOUND' });
    const reason = why.trim();
    if (reason === '') return refuse({ code: 'REASON_EMPTY' });
    const { count } = await tx.certificate.updateMany({
      where: { id: certificateId, revokedAt: null },
      data: { revokedAt: now, revokedById: actorId(actor), revokedWhy: reason },
    });
    if (count > 0) await keepAndTell(tx, actor, certificate, reason, now);
    return { ok: true };
  });
}

async function keepAndTell(tx: Tx, actor: Actor, certificate: IssuedCertificate, why: string, now: Date) {
  const { id, collectiviteId, relaisId, personId, person, relais } = certificate;
  const facts = readFacts(certificate.facts);
  const who = { collectiviteId, actorId: actorId(actor), what: 'certificate.revoked' };
  const subject = facts.discreet
    ? ({ subject: 'relais', subjectId: relaisId } as const)
    : ({ subject: 'person', subjectId: personId } as const);
  await record(tx, now, { ...who, ...subject, detail: facts.discreet ? {} : { certificateId: id } });
  if (person.email === null) return;
  const sentences = [`Votre attestation « ${facts.title} » n’est plus valable : ${why}`];
  const props = { relais, what: 'Attestation annulée', sentences, path: '/mon-espace/attestations' };
  const mail = { props: { ...props, confidential: facts.discreet }, personId, collectiviteId, to: person.email, now };
  await enqueueMail(tx, { template: 'record-changed', ...mail });
}
