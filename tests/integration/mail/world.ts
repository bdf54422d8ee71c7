import { randomUUID } from 'node:crypto';

import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { MailContent } from '#app/mail/templates.ts';

import { enrollmentId, session } from '../../unit/mail/contents.ts';

export const now = new Date('2026-11-22T09:00:00.000Z');
export const nadia = {
  collectiviteId: randomUUID(),
  personId: randomUUID(),
  to: 'nadia.morel@demo.ribambelle.example',
};
export const uid = `inscription-${enrollmentId}@ribambelle.example`;
export const confirmed: MailContent = {
  template: 'enrollment-confirmed',
  props: { session, party: 'vous et 2 enfants', enrollmentId, round: 0 },
};

/** A collectivité and Nadia. */
export async function fill(): Promise<void> {
  const { collectiviteId, personId, to } = nadia;
  await db().collectivite.create({ data: { id: collectiviteId, slug: 'demo', name: 'Démo' } });
  await db().person.create({
    data: { id: personId, collectiviteId, firstName: 'Nadia', lastName: 'Morel', email: to },
  });
}

/** Queues one mail to Nadia and gives its outbox id. */
export async function queue(
  content: MailContent = confirmed,
  invitation?: OutgoingMailInput['invitation'],
): Promise<string> {
  const before = new Set((await db().outgoingMail.findMany({ select: { id: true } })).map(({ id }) => id));
  const mail = { ...content, ...nadia, now, ...(invitation ? { invitation } : {}) };
  await inTransaction(undefined, (tx) => enqueueMail(tx, mail));
  const rows = await db().outgoingMail.findMany({ select: { id: true } });
  const added = rows.find(({ id }) => !before.has(id));
  if (!added) throw new Error('nothing was queued');
  return added.id;
}

export async function mailOf(id: string) {
  return db().outgoingMail.findUniqueOrThrow({ where: { id } });
}

export async function jobKeys(): Promise<string[]> {
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'deliver-mail' ORDER BY id`;
  return rows.map(({ key }) => key);
}
