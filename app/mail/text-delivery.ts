/** Refused for good: trying again would not help. `reason` holds no number and no word of the message. */
export class TextRefused extends Error {}

/** Answers that a later try may turn: too early, too many, the server's own trouble. */
const LATER = new Set([408, 425, 429]);

/** Does this status mean no, and not "later"? */
export const isRefusedStatus = (status: number): boolean => status >= 400 && status < 500 && !LATER.has(status);

/** The gateway's body for one message; `{to}`, `{text}` and `{id}` stand in a JSON text or a form. */
export function gatewayBody(
  template: string,
  values: { to: string; text: string; id: string },
): { type: string; body: string } {
  const json = isJsonTemplate(template);
  const written = (value: string) => (json ? JSON.stringify(value).slice(1, -1) : encodeURIComponent(value));
  const body = template.replace(/\{(to|text|id)\}/g, (_, name: string) =>
    written(name === 'to' ? values.to : name === 'text' ? values.text : values.id),
  );
  return { type: json ? 'application/json' : 'application/x-www-form-urlencoded', body };
}

export const isJsonTemplate = (template: string): boolean => /^\s*[[{]\s*["{[]/.test(template);

/** Where browsers are told of notices: nothing else is ever asked, whatever a page sends as its endpoint. */
const PUSH_SERVICES = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  'notify.windows.com',
];

/** Is this the address of a known push service? On a machine that serves itself alone, its own ports too. */
export function isPushService(endpoint: string, appUrl: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  if (LOCAL.test(new URL(appUrl).hostname) && LOCAL.test(hostname)) return true;
  return protocol === 'https:' && PUSH_SERVICES.some((name) => hostname === name || hostname.endsWith(`.${name}`));
}

const LOCAL = /^(?:localhost|127\.0\.0\.1)$/;
