import { redirect } from '@remix-run/node';

import { writeCookie } from '#app/auth/cookies.ts';
import type { SignedIn } from '#app/auth/outcomes.ts';
import { returnOf } from '#app/auth/safe-return.ts';
import { SESSION_DAYS } from '#app/auth/session-life.ts';

/** The answer to a sign-in: her cookie, and the page she wanted (`?retour=`) or her own. */
export function welcome({ token, home }: SignedIn, request: Request, appUrl: string): Response {
  const headers = new Headers();
  headers.append('Set-Cookie', writeCookie('session', token, SESSION_DAYS * 86_400, appUrl));
  headers.append('Set-Cookie', writeCookie('code', '', 0, appUrl));
  return redirect(returnOf(request.url) ?? home, { status: 303, headers });
}
