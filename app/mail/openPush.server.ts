import { sealed, vapidHeader, vapidKeys, type PushKeys } from '#app/mail/push-crypto.server.ts';
import { isPushService, isRefusedStatus, TextRefused } from '#app/mail/text-delivery.ts';

export type PushTarget = PushKeys & { endpoint: string };
export type Notice = { id: string; title: string; body: string; url: string };

export type Push = {
  /** 'gone': this browser hears no more. Rejects with `TextRefused`, or with what may pass. */
  send: (target: PushTarget, notice: Notice) => Promise<'sent' | 'gone'>;
};

export type PushSettings = {
  secret: string;
  appUrl: string;
  /** Whom a push service may write to: "mailto:…" or https. */
  contact: string;
  timeoutMs?: number;
};

/** Not there any more, or bound to another key: the subscription is dead. */
const GONE = new Set([401, 403, 404, 410]);
const DAY = '86400';

/** Web push (RFC 8030): one sealed POST a browser; the same notice sent twice replaces itself (`Topic`). */
export function openPush({ secret, appUrl, contact, timeoutMs = 20_000 }: PushSettings): Push {
  const keys = vapidKeys(secret);
  return {
    send: async (target, notice) => {
      if (!isPushService(target.endpoint, appUrl)) return 'gone';
      const response = await fetch(target.endpoint, {
        method: 'POST',
        headers: {
          Authorization: vapidHeader(keys, target.endpoint, contact, new Date()),
          ...{ 'Content-Encoding': 'aes128gcm', 'Content-Type': 'application/octet-stream' },
          ...{ TTL: DAY, Urgency: 'normal', Topic: notice.id.replaceAll('-', '') },
        },
        body: new Uint8Array(sealed(Buffer.from(JSON.stringify(notice)), target)),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (response.ok) return 'sent';
      if (GONE.has(response.status)) return 'gone';
      if (isRefusedStatus(response.status)) throw new TextRefused(`push service answered ${response.status}`);
      throw new Error(`push service answered ${response.status}`);
    },
  };
}
