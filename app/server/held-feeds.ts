import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { committedState } from '#app/db/committed-state.server.ts';
import { isNotModified } from '#app/feeds/conditional.ts';
import type { Clock } from './clock.ts';

/** How long, in milliseconds, what the database showed may be taken for what it shows: feeds allow a quarter of an hour. */
const STILL_TRUE = 100;
const MOST_FEEDS = 10_000;
/** Feeds for everyone; who asks does not matter. */
const PUBLIC_FEED = /^\/(?:relais|gestionnaires|lieux)\/[^/?]+\/agenda\.ics(?:\?|$)/;

type Fields = Readonly<Record<string, string | number | readonly string[]>>;

/** One answer, once it is given: what the log and the measures tell of it. */
export type Answered = {
  readonly requestId: string;
  readonly method: string;
  readonly url: string;
  readonly ms: number;
};

/** What a listener before the framework tells of the answers it gave itself. */
export type Tell = (answered: Answered) => void;

/** The state of the database and the minute: what pages are made of, but for the address and the reader. */
export async function madeOf(clock: Clock): Promise<string> {
  return `${await committedState()} ${minuteOf(clock)}`;
}

const minuteOf = (clock: Clock) => Math.floor(clock().getTime() / 60_000);

/**
 * The validators of the public feeds last answered. A client that holds one of them still is told so before anything else
 * is done with its request: most readings of a feed are that.
 */
export class HeldFeeds {
  readonly #clock: Clock;
  readonly #feeds = new Map<string, Fields>();
  #state = '';
  #shown = { state: '', at: -Infinity };

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param state what the answer was made of, asked before it was made */
  keep(state: string, url: string, headers: Fields): void {
    if (!PUBLIC_FEED.test(url) || typeof headers['etag'] !== 'string') return;
    if (state !== this.#state) this.#feeds.clear();
    this.#state = state;
    if (this.#feeds.size < MOST_FEEDS) this.#feeds.set(url, headers);
  }

  /** Answers 304 to who holds a feed that is still the same; all else goes on to `next`. */
  before(next: RequestListener, tell: Tell): RequestListener {
    return (request, response) => {
      const headers = this.#headersFor(request);
      if (headers === null) return void next(request, response);
      const began = performance.now();
      const answer = (state: string) => {
        if (state === this.#state) notModified(request, response, headers, began, tell);
        else next(request, response);
      };
      const shown = this.#shownLately();
      if (shown !== null) return void answer(shown);
      this.#look().then(answer, () => next(request, response));
    };
  }

  #headersFor({ method, url = '', headers }: IncomingMessage): Fields | null {
    const held = headers['if-none-match'];
    if (method !== 'GET' || held === undefined || !PUBLIC_FEED.test(url)) return null;
    const kept = this.#feeds.get(url);
    const etag = kept?.['etag'];
    if (kept === undefined || typeof etag !== 'string') return null;
    const asked = { ifNoneMatch: held, ifModifiedSince: null };
    return isNotModified(asked, { etag, lastModified: null }) ? kept : null;
  }

  #shownLately(): string | null {
    if (performance.now() - this.#shown.at > STILL_TRUE) return null;
    return this.#shown.state.endsWith(` ${minuteOf(this.#clock)}`) ? this.#shown.state : null;
  }

  async #look(): Promise<string> {
    const at = performance.now();
    const state = await madeOf(this.#clock);
    this.#shown = { state, at };
    return state;
  }
}

const KEPT = ['cache-control', 'etag', 'last-modified'];

function notModified(
  { method = '', url = '' }: IncomingMessage,
  response: ServerResponse,
  headers: Fields,
  began: number,
  tell: Tell,
): void {
  const requestId = randomUUID();
  const shown = KEPT.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  response.writeHead(304, { ...Object.fromEntries(shown), 'x-request-id': requestId }).end();
  tell({ requestId, method, url, ms: Math.round(performance.now() - began) });
}
