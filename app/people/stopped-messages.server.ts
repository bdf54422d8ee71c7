import { db, type Tx } from '#app/db/client.server.ts';
import { ESSENTIAL, KIND_WORDS } from '#app/mail/message-kinds.ts';
import { wants } from '#app/mail/channels.ts';
import { receiversOf } from '#app/mail/receivers.server.ts';
import { readStopToken, type Stop } from '#app/mail/stop-links.server.ts';
import { linkSecret } from '#app/mail/signed-token.server.ts';

export type StopPage = { label: string; hint: string; stopped: boolean };

/** What the holder of a mail's link may stop, without a word of who she is; null: no such link. */
export async function stopPage(stop: Stop | null, tx: Tx = db()): Promise<StopPage | null> {
  const receiver = stop && (await receiversOf(tx, [stop.personId])).get(stop.personId);
  if (!stop || !receiver || ESSENTIAL[stop.kind]) return null;
  const stopped = !wants(stop.kind, 'MAIL', receiver.chosen, receiver.reach);
  return { ...KIND_WORDS[stop.kind], stopped };
}

/** What this link is for; null for what we did not sign. */
export function stopOfToken(token: string | undefined): Stop | null {
  return readStopToken(linkSecret(), token ?? '');
}
