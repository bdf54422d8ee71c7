import { isLoopback } from './environment.ts';

export interface Asked {
  readonly method: string;
  readonly origin: string | undefined;
  /** the Sec-Fetch-Site header */
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
}

/** What stops one kind of messages: mail readers post there themselves (RFC 8058), and its token alone opens it. */
const FROM_ANYWHERE = /^\/messages\/[\w-]+\/arret(?:\.data)?$/;

/** May this address be posted to from elsewhere than our own pages? */
export function isOpenToAll(path: string): boolean {
  return FROM_ANYWHERE.test(path);
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Does a request that may change something come from this application's own pages? Reading is always allowed.
 * Otherwise its Origin is that of `appUrl`; on this very machine, where the same server answers to `localhost` and
 * `127.0.0.1`, that of the Host it was sent to. A request without Origin needs the browser's word for it.
 */
export function sameOrigin(asked: Asked, appUrl: string): boolean {
  if (SAFE.has(asked.method)) return true;
  if (asked.fetchSite === 'cross-site') return false;
  if (asked.origin === undefined) return asked.fetchSite === 'same-origin';
  return asked.origin === appUrl || asked.origin === localOrigin(asked.host, appUrl);
}

/**
 * The host the application sees itself under: the public one, whatever the request says, so that no link or check
 * depends on a header; on this machine, the local name in use.
 */
export function effectiveHost(asked: Pick<Asked, 'origin' | 'host'>, appUrl: string): string {
  const local = asked.origin === appUrl ? null : localOrigin(asked.host, appUrl);
  return new URL(local ?? appUrl).host;
}

function localOrigin(host: string | undefined, appUrl: string): string | null {
  const origin = `http://${host ?? ''}`;
  if (host === undefined || !isLoopback(new URL(appUrl).hostname) || !URL.canParse(origin)) return null;
  const parsed = new URL(origin);
  return isLoopback(parsed.hostname) ? parsed.origin : null;
}
