import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_BYTES = 16;

/** What a link's token says of its family; a token of one is nothing in another. */
type Family = { secret: string; label: string };

/**
 * What the installation signs the links of its mails with.
 *
 * @throws {Error} when `SESSION_SECRET` is not set
 */
export function linkSecret(): string {
  const secret = process.env.SESSION_SECRET;
  if (!secret) throw new Error('SESSION_SECRET is not set');
  return secret;
}

/** A signed text for an address; nothing of it is stored. */
export function signToken(family: Family, body: Buffer): string {
  return Buffer.concat([body, mac(family, body)]).toString('base64url');
}

/** The body of so many bytes that `signToken` signed, or null for anything else; in constant time once the length is right. */
export function readToken(family: Family, token: string, length: number): Buffer | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== length + MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, length);
  return timingSafeEqual(bytes.subarray(length), mac(family, body)) ? body : null;
}

/** The sixteen bytes of an id. */
export const bytesOfId = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** The id in a body's first sixteen bytes. */
export function idOfBytes(body: Buffer): string {
  return body.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function mac({ secret, label }: Family, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`ribambelle/${label}\0`).update(body).digest().subarray(0, MAC_BYTES);
}
