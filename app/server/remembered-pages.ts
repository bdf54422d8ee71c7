import type { Request, RequestHandler, Response } from 'express';
import { readCookie } from '#app/auth/cookies.ts';
import { committedState } from '#app/db/committed-state.server.ts';
import { isNotModified } from '#app/feeds/conditional.ts';
import type { Clock } from './clock.ts';
import { localsOf } from './headers.ts';
import { cutAtMarks, type KeptPage, PageMemory, withMarks } from './page-memory.ts';

/** Pages that are the same for every visitor who is not signed in. */
const PUBLIC = /^\/(?:|(?:activites|seances|relais)\/[^/]+|activites|relais\/[^/]+\/agenda\.ics)(?:\.data)?$/;

/**
 * Answers a visitor from memory when nobody has written anything since the same page was last made, within the same
 * minute; else lets `handler` make it, and remembers it. Whoever is signed in, or has a message left for her, is always
 * answered by `handler`.
 */
export function rememberPages(handler: RequestHandler, clock: Clock, appUrl: string): RequestHandler {
  const memory = new PageMemory();
  return (request, response, next) => {
    if (!isForAll(request, appUrl)) return handler(request, response, next);
    const work = async () => {
      const state = `${await committedState()} ${Math.floor(clock().getTime() / 60_000)}`;
      const page = memory.find(state, request.originalUrl);
      if (page) return replay(page, request, response);
      listen(response, (kept, bytes) => memory.keep(state, request.originalUrl, kept, bytes));
      handler(request, response, next);
    };
    work().catch(next);
  };
}

function isForAll(request: Request, appUrl: string): boolean {
  const { cookie } = request.headers;
  return (
    request.method === 'GET' &&
    PUBLIC.test(request.path) &&
    readCookie(cookie, 'session', appUrl) === null &&
    readCookie(cookie, 'flash', appUrl) === null
  );
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

/** Hears what is answered; tells it once it is whole, when it is a page for all. */
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
      const isWhole = response.statusCode === 200 && body.length > 0 && headers && !('set-cookie' in headers);
      if (isWhole && headers) tell({ headers, body: pieces(body, headers, response) }, body.length);
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
