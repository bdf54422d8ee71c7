import PostalMime, { type Email } from 'postal-mime';

import { db } from '#app/db/client.server.ts';
import { type DeliveryReport, messageIdsIn, readReport } from '#app/mail/delivery-report.ts';

/** 'later': our own record of its sending is not written yet, or the mail is still being tried. */
export type Returned = 'noted' | 'noted before' | 'not given up' | 'unknown mail' | 'no report' | 'later';

/**
 * Notes that a mail came back: `raw` is the whole message as a mail server received it. The mail it names by its
 * Message-ID, sent so far as we knew, has FAILED, and its address answers no more until a later mail stays out. The same
 * report twice is harmless; a delay, an absence notice or a stranger's mail changes nothing.
 */
export async function noteReturned(raw: Uint8Array): Promise<Returned> {
  const report = await reportIn(raw);
  if (report === null) return 'no report';
  if (!report.failed) return 'not given up';
  const mail = await db().outgoingMail.findFirst({
    where: { messageId: { in: report.messageIds } },
    select: { id: true, state: true },
  });
  if (!mail) return 'unknown mail';
  if (mail.state === 'FAILED') return 'noted before';
  const { count } = await db().outgoingMail.updateMany({
    where: { id: mail.id, state: 'SENT' },
    data: { state: 'FAILED', lastError: `returned: ${report.reason}` },
  });
  return count === 0 ? 'later' : 'noted';
}

async function reportIn(raw: Uint8Array): Promise<DeliveryReport | null> {
  const mail = await parsed(raw);
  if (mail === null) return null;
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: typeof content === 'string' ? content : new TextDecoder().decode(content),
  }));
  return readReport(parts, messageIdsIn(`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`));
}

/** Whatever comes by mail may be malformed. */
async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw);
  } catch {
    return null;
  }
}
