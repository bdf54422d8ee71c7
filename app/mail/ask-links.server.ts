import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a mail asks by a link of her own: her training needs, or what she thought of a training. */
export type AskPurpose = 'need' | 'feedback';

type Asked = { secret: string; purpose: AskPurpose; id: string };

const ID_BYTES = 16;
const MAC_BYTES = 16;
const PATHS: Record<AskPurpose, string> = { need: '/besoins', feedback: '/avis' };

/** A signed token that names one invitation; nothing of it is stored. */
export function askToken({ secret, purpose, id }: Asked): string {
  const body = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([body, mac(secret, purpose, body)]).toString('base64url');
}

/** The invitation that `askToken` signed for this purpose, or null for anything else; in constant time once the length is right. */
export function readAskToken(secret: string, purpose: AskPurpose, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), mac(secret, purpose, body))) return null;
  return body.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The address of the page that asks. */
export function askLink({ appUrl, ...asked }: Asked & { appUrl: string }): string {
  return new URL(`${PATHS[asked.purpose]}/${askToken(asked)}`, appUrl).href;
}

function mac(secret: string, purpose: AskPurpose, body: Buffer): Buffer {
  const signed = createHmac('sha256', secret).update(`ribambelle/ask-link/${purpose}\0`).update(body);
  return signed.digest().subarray(0, MAC_BYTES);
}
