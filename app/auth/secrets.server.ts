import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** What a fingerprint is of: the same text has another one for each purpose. */
export type Purpose = 'session' | 'code' | 'link' | 'browser' | 'limit' | 'flash';

/**
 * What the database keeps of a secret: HMAC-SHA-256 under `SESSION_SECRET`, so that a stolen copy of the database
 * opens nothing, not even by trying all codes.
 *
 * @throws {Error} when `SESSION_SECRET` is not set
 */
export function fingerprint(purpose: Purpose, secret: string): string {
  const pepper = process.env.SESSION_SECRET;
  if (!pepper) throw new Error('SESSION_SECRET is not set');
  return createHmac('sha256', pepper).update(`${purpose}:${secret}`).digest('base64url');
}

/** 256 random bits, as text fit for a path or a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Eight random digits. */
export function randomCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}
