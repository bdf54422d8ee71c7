import { gatewayBody, isRefusedStatus, TextRefused } from '#app/mail/text-delivery.ts';

export type Gateway = {
  /** Resolves once the gateway has taken the message; rejects with `TextRefused`, or with what may pass. */
  send: (id: string, to: string, text: string) => Promise<void>;
};

export type GatewaySettings = {
  url: string;
  /** JSON or form, with `{to}` and `{text}`. */
  body: string;
  /** "Authorization: Bearer …"; null: none. */
  header: string | null;
  timeoutMs?: number;
};

const TIMEOUT_MS = 20_000;

/** The HTTP gateway of SMS_URL: one POST a message, under its own id as idempotency key. */
export function openGateway({ url, body, header, timeoutMs = TIMEOUT_MS }: GatewaySettings): Gateway {
  return {
    send: async (id, to, text) => {
      const { type, body: written } = gatewayBody(body, { to, text, id });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': type, 'Idempotency-Key': id, ...headerOf(header) },
        body: written,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (response.ok) return;
      if (isRefusedStatus(response.status)) throw new TextRefused(`gateway answered ${response.status}`);
      throw new Error(`gateway answered ${response.status}`);
    },
  };
}

function headerOf(header: string | null): Record<string, string> {
  const at = header?.indexOf(':') ?? -1;
  return header === null || at < 1 ? {} : { [header.slice(0, at).trim()]: header.slice(at + 1).trim() };
}
