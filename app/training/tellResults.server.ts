import type { Tx } from '#app/db/client.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { dayPlain } from '#app/time/french.ts';

type Told = { personId: string; obtained: boolean; expiresOn: string | null };
type About = { relaisId: string; collectiviteId: string; title: string };

/** Tells each who has an e-mail what a training gave her, in the caller's transaction. Two queries whatever their number. */
export async function tellResults(
  tx: Tx,
  { relaisId, collectiviteId, title }: About,
  told: readonly Told[],
  now: Date,
) {
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
  const mails = told.flatMap(({ personId, ...result }): OutgoingMailInput[] => {
    const to = emails.get(personId);
    const what = `Résultat de la formation : ${title}`;
    const props = { relais, what, sentences: [sentenceOf(title, result)], path: '/mon-espace/parcours' };
    return to ? [{ template: 'record-changed', props, personId, collectiviteId, to, now }] : [];
  });
  await enqueueMail(tx, mails);
}

function sentenceOf(title: string, { obtained, expiresOn }: Omit<Told, 'personId'>): string {
  if (!obtained) return `« ${title} » est notée comme suivie, sans certificat obtenu.`;
  const until = expiresOn === null ? '' : ` Il est valable jusqu’au ${dayPlain(expiresOn, { year: true })}.`;
  return `Votre certificat « ${title} » est noté comme obtenu.${until}`;
}
