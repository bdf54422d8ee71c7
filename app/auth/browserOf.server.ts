import type { AppLoadContext } from '@remix-run/node';

import { readCookie } from '#app/auth/cookies.ts';
import { deviceWords } from '#app/auth/device.ts';
import type { Browser } from '#app/auth/openSession.server.ts';

/** The browser that sends a request, as the sign-in commands want it. */
export function browserOf(request: Request, { address, appUrl }: Pick<AppLoadContext, 'address' | 'appUrl'>): Browser {
  return {
    device: deviceWords(request.headers.get('User-Agent')),
    address,
    formerToken: readCookie(request.headers.get('Cookie'), 'session', appUrl),
  };
}
