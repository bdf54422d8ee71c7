import { redirect, type TypedResponse } from '@remix-run/node';
import { readCookie, writeCookie } from '#app/auth/cookies.ts';
import { fingerprint } from '#app/auth/secrets.server.ts';
import { severities, type Severity } from '#app/ui/tone.ts';

/** A sentence for the page that follows a redirect. */
export type Flash = { severity: Severity; text: string };

const SECONDS = 120;

/** The `Set-Cookie` value that leaves a message for the next page. The text is short: a cookie holds 4 kB. */
export function leaveFlash(flash: Flash, appUrl: string): string {
  const body = Buffer.from(JSON.stringify([flash.severity, flash.text])).toString('base64url');
  return writeCookie('flash', `${body}.${fingerprint('flash', body)}`, SECONDS, appUrl);
}

/** To the next page, which says what came of the deed; 303: reloading it sends nothing again. */
export function saidAt(page: string, flash: Flash, { appUrl }: { appUrl: string }): TypedResponse<never> {
  return redirect(page, { status: 303, headers: { 'Set-Cookie': leaveFlash(flash, appUrl) } });
}

/** The message left, if it is ours; `cookie` makes the browser forget it and is null when there is nothing to forget. */
export function takeFlash(
  cookies: string | null | undefined,
  appUrl: string,
): { flash: Flash | null; cookie: string | null } {
  const value = readCookie(cookies, 'flash', appUrl);
  if (value === null) return { flash: null, cookie: null };
  const [body = '', signature] = value.split('.');
  const flash = signature === fingerprint('flash', body) ? parse(body) : null;
  return { flash, cookie: writeCookie('flash', '', 0, appUrl) };
}

function parse(body: string): Flash | null {
  const content: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
  if (!Array.isArray(content)) return null;
  const severity = severities.find((known) => known === content[0]);
  return severity === undefined ? null : { severity, text: String(content[1]) };
}
