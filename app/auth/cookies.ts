/** Names, reading and writing of cookies (RFC 6265). */

export type CookieUse = 'session' | 'code' | 'flash';

const NAMES = {
  session: 'ribambelle',
  code: 'ribambelle-code',
  flash: 'ribambelle-message',
} as const satisfies Record<CookieUse, string>;

/** `__Host-` exactly when the public address is https: browsers refuse it elsewhere. */
export function cookieName(use: CookieUse, appUrl: string): string {
  return isSecure(appUrl) ? `__Host-${NAMES[use]}` : NAMES[use];
}

/** The value of one of our cookies in a `Cookie` header; null when there is none. Of two, the first. */
export function readCookie(header: string | null | undefined, use: CookieUse, appUrl: string): string | null {
  const start = `${cookieName(use, appUrl)}=`;
  const found = (header ?? '').split(/;\s*/).find((pair) => pair.startsWith(start));
  return found ? found.slice(start.length) || null : null;
}

/**
 * A `Set-Cookie` value: HttpOnly, SameSite=Lax, the whole site.
 *
 * @param value letters, digits, `-`, `_` and `.` only
 * @param seconds how long the browser keeps it; 0 makes it forget
 * @throws {RangeError} for a value that a cookie cannot hold
 */
export function writeCookie(use: CookieUse, value: string, seconds: number, appUrl: string): string {
  if (!/^[\w.-]*$/.test(value)) throw new RangeError('a cookie holds letters, digits, hyphens, underscores and dots');
  const secure = isSecure(appUrl) ? '; Secure' : '';
  return `${cookieName(use, appUrl)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function isSecure(appUrl: string): boolean {
  return appUrl.startsWith('https:');
}
