/** Conditional requests (RFC 9110, 13): whether what the client holds is still what we would send. */

export type Preconditions = { readonly ifNoneMatch: string | null; readonly ifModifiedSince: string | null };

/** What a client may compare: `lastModified` is null where the feed tells none. */
export type Validators = { readonly etag: string; readonly lastModified: Date | null };

const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\uffff]*")/g;

/** The preconditions that a request's headers set. */
export function preconditionsOf(headers: Pick<Headers, 'get'>): Preconditions {
  return { ifNoneMatch: headers.get('If-None-Match'), ifModifiedSince: headers.get('If-Modified-Since') };
}

/** A weak entity tag: the same events, not promised to be the same bytes. */
export function weakTag(digest: string): string {
  return `W/"${digest}"`;
}

/**
 * If-None-Match (a list, or `*`), compared weakly; only without it, If-Modified-Since, by whole seconds. A date that
 * cannot be read, or comes where there is nothing to compare, is ignored.
 */
export function isNotModified(asked: Preconditions, { etag, lastModified }: Validators): boolean {
  if (asked.ifNoneMatch !== null) {
    if (asked.ifNoneMatch.trim() === '*') return true;
    const held = [...asked.ifNoneMatch.matchAll(ENTITY_TAG)].map(([, opaque]) => opaque);
    return held.includes(etag.replace(/^W\//, ''));
  }
  if (asked.ifModifiedSince === null || lastModified === null) return false;
  const since = httpTime(asked.ifModifiedSince);
  return since !== null && Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}

/** An instant as HTTP writes it: "Sun, 22 Nov 2026 08:00:00 GMT". */
export function httpDate(instant: Date): string {
  return instant.toUTCString();
}

/** Milliseconds of one of the three forms HTTP ever had, all of them in GMT; null for anything else. */
function httpTime(text: string): number | null {
  const written = text.trim();
  const fixed = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
  const old =
    /^(?:[A-Z][a-z]+, \d{2}-[A-Z][a-z]{2}-\d{2} [\d:]{8} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/;
  if (!fixed.test(written) && !old.test(written)) return null;
  const millis = Date.parse(written.endsWith('GMT') ? written : `${written} GMT`);
  return Number.isNaN(millis) ? null : millis;
}
