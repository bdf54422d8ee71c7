import type { Tx } from '#app/db/client.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { LineAccess } from './plan-access.server.ts';

export type LineNews = { news: string; lines: string[] };

type About = Pick<LineAccess, 'id' | 'collectiviteId' | 'title' | 'relais'>;
type Reader = { personId: string; email: string | null };

/** Writes to professionals of a line; gives how many have no e-mail, whom the relais calls. */
export async function tellPeople(
  tx: Tx,
  { collectiviteId, title: training, relais }: About,
  personIds: readonly string[],
  { news, lines }: LineNews,
  now: Date,
): Promise<{ told: number; toCall: number }> {
  const readers = await readersOf(tx, personIds);
  const props = { relais, training, news, lines };
  const mails = readers.flatMap(({ personId, email }): OutgoingMailInput[] =>
    email === null ? [] : [{ template: 'training-news', props, collectiviteId, personId, to: email, now }],
  );
  await enqueueMail(tx, mails);
  return { told: mails.length, toCall: readers.length - mails.length };
}

/** Writes to staff about a line; who has no e-mail sees it on the plan's page. */
export async function tellStaff(
  tx: Tx,
  { id: lineId, collectiviteId, title: training, relais }: About,
  personIds: readonly string[],
  { news, lines }: LineNews,
  now: Date,
): Promise<void> {
  const props = { relais, lineId, training, news, lines };
  const mails = (await readersOf(tx, personIds)).flatMap(({ personId, email }): OutgoingMailInput[] =>
    email === null ? [] : [{ template: 'training-line', props, collectiviteId, personId, to: email, now }],
  );
  await enqueueMail(tx, mails);
}

async function readersOf(tx: Tx, personIds: readonly string[]): Promise<Reader[]> {
  const rows = await tx.person.findMany({
    where: { id: { in: [...new Set(personIds)] }, erasedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, email: true },
  });
  return rows.map(({ id: personId, email }) => ({ personId, email }));
}
