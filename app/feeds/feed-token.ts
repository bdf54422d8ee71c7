import { createHash } from 'node:crypto';

/** 128 random bits as a path carries them. */
const TOKEN = /^[\w-]{22}$/;

export const TOKEN_BYTES = 16;

/** What the database keeps of a link. Its 128 random bits cannot be tried out, so no secret is mixed in. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(`ribambelle/feed:${token}`).digest('base64url');
}

/** The token of a file's name such as `abc.ics`; null when it cannot be one. */
export function tokenOf(file: string): string | null {
  const token = /^(.+)\.ics$/.exec(file)?.[1];
  return token !== undefined && TOKEN.test(token) ? token : null;
}
