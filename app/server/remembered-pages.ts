import type { Request, RequestHandler, Response } from 'express';
import { readCookie } from '#app/auth/cookies.ts';
import { isNotModified } from '#app/feeds/conditional.ts';
import type { Clock } from './clock.ts';
import { localsOf } from './headers.ts';
import { HeldFeeds, madeOf } from './held-feeds.ts';
import { cutAtMarks, type KeptPage, PageMemory, withMarks } from './page-memory.ts';

/** Pages that are made of the address, the rows of the database, the minute and who asks: of nothing else. */
const MADE_OF_ROWS =
  /^\/(?:|(?:activites|seances|relais)\/[^/]+|activites|(?:relais|gestionnaires|lieux)\/[^/]+\/agenda\.ics|donnees\/programme\.\w+)(?:\.data)?$/;

/**
 * Answers from memory when nobody has written anything since the same page was last made for the same reader, within
 * the same minute; else lets `handler` make it, and remembers it. All visitors are one reader; whoever is signed in is
 * another for each sign-in (whose end is a write too). Who has a message left for her is always answered by `handler`.
 * `feeds` learns what feeds were answered with.
 */
export function rememberPages(
  handler: RequestHandler,
  clock: Clock,
  appUrl: string,
  feeds = new HeldFeeds(clock),
): RequestHandler {
  const memory = new PageMemory();
  return (request, response, next) => {
    const address = addressFor(request, appUrl);
    if (address === null) return handler(request, response, next);
    const work = async () => {
      const state = await madeOf(clock);
      const page = memory.find(state, address);
      if (page) {
        feeds.keep(state, request.originalUrl, page.headers);
        return replay(page, request, response);
      }
      listen(response, (kept, bytes) => {
        feeds.keep(state, request.originalUrl, kept.headers);
        if (response.statusCode === 200) memory.keep(state, address, kept, bytes);
      });
      handler(request, response, next);
    };
    work().catch(next);
  };
}

/** The reader and what she asks; null: not to be remembered. */
function addressFor({ method, path, originalUrl, headers }: Request, appUrl: string): string | null {
  if (method !== 'GET' || !MADE_OF_ROWS.test(path) || readCookie(headers.cookie, 'flash', appUrl) !== null) return null;
  return `${readCookie(headers.cookie, 'session', appUrl) ?? ''} ${originalUrl}`;
}

function replay({ headers, body }: KeptPage, request: Request, response: Response): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isStillHeld(headers, request)) {
    for (const name of ['content-length', 'content-type', 'content-disposition']) response.removeHeader(name);
    response.status(304).end();
    return;
  }
  response.status(200).end(Array.isArray(body) ? withMarks(body, localsOf(response)) : body);
}

function isStillHeld(headers: KeptPage['headers'], request: Request): boolean {
  const { etag, 'last-modified': modified } = headers;
  if (typeof etag !== 'string') return false;
  const asked = {
    ifNoneMatch: request.get('if-none-match') ?? null,
    ifModifiedSince: request.get('if-modified-since') ?? null,
  };
  return isNotModified(asked, { etag, lastModified: typeof modified === 'string' ? new Date(modified) : null });
}

/** Hears what is answered; tells it once it is whole, or is said to be held already, when it may be said again. */
function listen(response: Response, tell: (page: KeptPage, bytes: number) => void): void {
  const before = new Set(Object.keys(response.getHeaders()));
  const chunks: Buffer[] = [];
  let headers: KeptPage['headers'] | null = null;
  const hear = (chunk: unknown) => {
    headers ??= ownHeaders(response, before);
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = new Proxy(response.write.bind(response), {
    apply(write, _, given: unknown[]) {
      hear(given[0]);
      return speak(write, given);
    },
  });
  response.end = new Proxy(response.end.bind(response), {
    apply(end, _, given: unknown[]) {
      hear(given[0]);
      const body = Buffer.concat(chunks);
      const isWhole = response.statusCode === 200 ? body.length > 0 : response.statusCode === 304;
      if (isWhole && headers && !('set-cookie' in headers))
        tell({ headers, body: pieces(body, headers, response) }, body.length);
      return speak(end, given);
    },
  });
}

function speak(method: (...given: never[]) => unknown, given: unknown[]): unknown {
  return Reflect.apply(method, undefined, given);
}

function pieces(body: Buffer, headers: KeptPage['headers'], response: Response): KeptPage['body'] {
  const isHtml = String(headers['content-type']).startsWith('text/html');
  return isHtml ? cutAtMarks(body.toString(), localsOf(response)) : body;
}

function ownHeaders(response: Response, before: ReadonlySet<string>): KeptPage['headers'] {
  const set = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined || before.has(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(set);
}
