import type { Tx } from '#app/db/client.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { certificateTitle, type CertificateFacts } from './certificate-facts.ts';
import type { Drafts } from './draft-papers.server.ts';

type Paper = { personId: string; facts: CertificateFacts };

/**
 * Tells each who has an e-mail that her certificate is there, in the caller's transaction; nobody is told of what she
 * asked herself. Two queries whatever their number.
 */
export async function tellCertificates(
  tx: Tx,
  actor: Actor,
  { relaisId, collectiviteId }: Pick<Drafts, 'relaisId' | 'collectiviteId'>,
  papers: readonly Paper[],
  now: Date,
) {
  const told = papers.filter(({ personId }) => personId !== actorId(actor));
  if (told.length === 0) return;
  const relais = await tx.relais.findUniqueOrThrow({
    where: { id: relaisId },
    select: { name: true, phone: true, email: true },
  });
  const people = await tx.person.findMany({
    where: { id: { in: told.map(({ personId }) => personId) }, email: { not: null } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  const mails = told.flatMap(({ personId, facts }): OutgoingMailInput[] => {
    const to = emails.get(personId);
    const what = `${certificateTitle(facts)} : ${facts.title}`;
    const sentences = [`Votre relais vous a délivré une attestation : « ${facts.title} ». Elle est dans votre espace.`];
    const props = { relais, what, sentences, path: '/mon-espace/attestations', confidential: facts.discreet };
    return to ? [{ template: 'record-changed', props, personId, collectiviteId, to, now }] : [];
  });
  await enqueueMail(tx, mails);
}
