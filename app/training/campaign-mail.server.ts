import type { Tx } from '#app/db/client.server.ts';
import type { OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { RelaisWords } from '#app/mail/templates.ts';
import { dayLong } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';

/** A campaign that its job sends. */
export type SentCampaign = {
  id: string;
  collectiviteId: string;
  relaisId: string;
  closesOn: string;
  words: string;
  startedAt: Date;
  sentAt: Date | null;
  remindedAt: Date | null;
  today: string;
  relais: RelaisWords;
};

/** The campaign, locked, and the day it is there; null: gone. Two jobs of one campaign take turns. */
export async function lockCampaign(tx: Tx, id: string, now: Date): Promise<SentCampaign | null> {
  await tx.$executeRaw`SELECT 1 FROM "NeedCampaign" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.needCampaign.findUnique({
    where: { id },
    select: {
      ...({ id: true, collectiviteId: true, relaisId: true, closesOn: true, words: true, sentAt: true } as const),
      ...({ startedAt: true, remindedAt: true } as const),
      relais: { select: { name: true, phone: true, email: true, collectivite: { select: { timezone: true } } } },
    },
  });
  if (!row) return null;
  const { collectivite, ...relais } = row.relais;
  const today = localDate(now, collectivite.timezone);
  return { ...row, relais, today, closesOn: row.closesOn.toISOString().slice(0, 10) };
}

export type Invited = { id: string; personId: string; email: string | null };

/** The mails of a campaign to those who have an address. */
export function campaignMails(
  { collectiviteId, relais, words, closesOn }: SentCampaign,
  invited: readonly Invited[],
  reminder: boolean,
  now: Date,
): OutgoingMailInput[] {
  const said = { relais, words, closes: dayLong(closesOn), reminder };
  return invited.flatMap(({ id, personId, email }) =>
    email === null
      ? []
      : [{ template: 'need-campaign', props: { ...said, inviteId: id }, collectiviteId, personId, to: email, now }],
  );
}
