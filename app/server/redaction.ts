const SECRET_AFTER =
  /(^\/+(?:besoins|avis|messages)\/+|\/+(?:agenda|offres|propositions|desistement|lecture|connexion|attestations)\/+)([^/]+)/gi;

/**
 * What a log line may say of an address: its path without the tokens that open something, and the names, never the
 * values, of its parameters.
 *
 * @param url path and query, as the request gave them
 */
export function redact(url: string): string {
  const end = url.search(/[?#]/);
  const path = decode(end < 0 ? url : url.slice(0, end));
  const names = end < 0 ? [] : [...new URLSearchParams(url.slice(end + 1)).keys()].slice(0, 20);
  const masked = path.replace(SECRET_AFTER, (_, before: string, secret: string) => before + mask(secret));
  const shown = masked.replace(/[\p{Cc}\u2028\u2029]/gu, '').slice(0, 300);
  return names.length === 0 ? shown : `${shown}?${names.map((name) => name.slice(0, 40)).join('&')}`;
}

function mask(secret: string): string {
  const extension = /\.(?:ics|data)$/i.exec(secret);
  return `[masqué]${extension?.[0] ?? ''}`;
}

/** The router reads `%6Fffres` as `offres`, so does the redaction. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%[^/]*/g, '[illisible]');
  }
}

/** What a log line may say in free words, as a mail server's answer: without addresses nor telephone numbers. */
export function redactWords(words: string): string {
  return words
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;]+/g, '[adresse]')
    .replace(/(?<![\w-])(?:\+\d{2,3}|0)[ .-]?\d(?:[ .-]?\d{2}){4}(?![\w-])/g, '[numéro]');
}
