import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { HeldFeeds, madeOf, type Answered } from '#app/server/held-feeds.ts';
import { useDatabase } from '../database.ts';

useDatabase({ fresh: true });

const FEED = '/relais/nord/agenda.ics';
const TAG = 'W/"abc"';
const HEADERS = { etag: TAG, 'cache-control': 'public, max-age=900', 'content-type': 'text/calendar' };

let now = new Date('2026-11-23T09:00:10Z');
const clock = () => now;
const feeds = new HeldFeeds(clock);
const told: Answered[] = [];
let reached = 0;
let address = '';
const server = createServer(
  feeds.before(
    (_, response) => {
      reached += 1;
      response.end('suite');
    },
    (answered) => told.push(answered),
  ),
);

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

const ask = (headers: Record<string, string>, path = FEED, method = 'GET') =>
  fetch(`${address}${path}`, { headers, method });

/** Of some tries, the first that was answered at the door: a server's other databases may write in between. */
async function untilHeld(work: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    feeds.keep(await madeOf(clock), FEED, HEADERS);
    const answer = await work();
    if (answer.status === 304 || attempt === 50) return answer;
    await setTimeout(10);
  }
}

it('tells who holds a feed that it is the same, before all else, and tells the log', async () => {
  const answer = await untilHeld(() => ask({ 'If-None-Match': `"x", ${TAG}` }));
  expect(answer.status).toBe(304);
  expect(answer.headers.get('etag')).toBe(TAG);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=900');
  expect(answer.headers.get('content-type')).toBeNull();
  expect(told.at(-1)).toMatchObject({ method: 'GET', url: FEED, requestId: answer.headers.get('x-request-id') });
});

it('lets all else pass: another tag, no tag, another address, another method, a private link', async () => {
  feeds.keep(await madeOf(clock), FEED, HEADERS);
  feeds.keep(await madeOf(clock), '/agenda/secret.ics', HEADERS);
  const before = reached;
  for (const answer of [
    await ask({ 'If-None-Match': 'W/"autre"' }),
    await ask({}),
    await ask({ 'If-Modified-Since': 'Mon, 23 Nov 2026 09:00:00 GMT' }),
    await ask({ 'If-None-Match': TAG }, `${FEED}?type=atelier`),
    await ask({ 'If-None-Match': TAG }, '/agenda/secret.ics'),
    await ask({ 'If-None-Match': TAG }, FEED, 'HEAD'),
  ]) {
    expect(answer.status).toBe(200);
  }
  expect(reached - before).toBe(6);
});

it('believes what it saw for a tenth of a second, and within the minute', async () => {
  await untilHeld(() => ask({ 'If-None-Match': TAG }));
  await db().setting.create({ data: { key: 'k', value: 1 } });
  await setTimeout(120);
  expect((await ask({ 'If-None-Match': TAG })).status).toBe(200);
  await untilHeld(() => ask({ 'If-None-Match': TAG }));
  now = new Date('2026-11-23T09:01:00Z');
  expect((await ask({ 'If-None-Match': TAG })).status).toBe(200);
});
