const ANYWHERE = 'http://site.invalid';
/** Pages nobody wants to come back to. */
const NOT_THERE = /^\/(?:connexion|deconnexion)(?:\/|$)/;

/**
 * Where to go after sign-in: a path of this site, or null. Whatever a browser could read as another site is refused,
 * as is a path with control characters.
 */
export function safeReturn(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 500 || !/^\/(?![/\\])/.test(wanted)) return null;
  if (/[\p{Cc}\\]/u.test(wanted) || !URL.canParse(wanted, ANYWHERE)) return null;
  const url = new URL(wanted, ANYWHERE);
  if (url.origin !== ANYWHERE || url.pathname.startsWith('//') || NOT_THERE.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to `path` (itself checked when it comes back). */
export function signInPath(path: string): string {
  return `/connexion${returnQuery(path)}`;
}

/** `?retour=…` when there is somewhere to go back to, else nothing: what sign-in pages pass on. */
export function returnQuery(wanted: string | null): string {
  const back = safeReturn(wanted);
  return back === null || back === '/' ? '' : `?${new URLSearchParams({ retour: back }).toString()}`;
}

/** The `retour` parameter of an address, when it is a path of this site. */
export function returnOf(url: string): string | null {
  return safeReturn(new URL(url, ANYWHERE).searchParams.get('retour'));
}
