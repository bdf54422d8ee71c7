import type { AddressInfo } from 'node:net';

import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { committedState } from '#app/db/committed-state.server.ts';
import { db } from '#app/db/client.server.ts';
import { rememberPages } from '#app/server/remembered-pages.ts';
import { useDatabase } from '../database.ts';

useDatabase({ fresh: true });

let now = new Date('2026-11-23T09:00:10Z');
let made = 0;
let address = '';
const app = express();
const server = app.listen(0, '127.0.0.1');

beforeAll(() => {
  let requests = 0;
  app.use((_, response, next) => {
    requests += 1;
    response.locals.nonce = `nonce-${requests}`;
    response.locals.requestId = `number-${requests}`;
    response.setHeader('X-Request-Id', `number-${requests}`);
    next();
  });
  const page: express.RequestHandler = (request, response, next) => {
    made += 1;
    const answer = async () => {
      const count = await db().setting.count();
      if (request.path.endsWith('.ics')) response.setHeader('ETag', `W/"${count}"`).type('text/calendar');
      else response.type('html');
      response.write(`<i nonce="${response.locals.nonce}">`);
      response.end(`${count}</i>`);
    };
    answer().catch(next);
  };
  app.use(rememberPages(page, () => now, 'http://localhost:3000'));
  const { port } = server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const before = made;
  const answer = await fetch(`${address}${path}`, { headers });
  return {
    status: answer.status,
    text: await answer.text(),
    id: answer.headers.get('X-Request-Id'),
    made: made - before,
  };
};

type Answer = Awaited<ReturnType<typeof ask>>;

/** The first of some tries whose last answer came from memory: a server's other databases may write in between. */
async function untilRemembered(work: () => Promise<Answer[]>): Promise<Answer[]> {
  for (let attempt = 1; ; attempt += 1) {
    const answers = await work();
    if (answers.at(-1)?.made === 0 || attempt === 50) return answers;
  }
}

test('the same page is made once as long as nothing is written, with marks of its own', async () => {
  const path = '/activites?type=atelier';
  const [first, second] = await untilRemembered(async () => [await ask(path), await ask(path)]);
  expect(second?.made).toBe(0);
  expect(second?.text).toBe(first?.text.replace(/nonce-\d+/, `nonce-${second?.id?.slice(7)}`));
  expect(second?.id).not.toBe(first?.id);
  expect((await ask('/activites?type=reunion')).made).toBe(1);
});

test('after any write, and the next minute, it is made anew', async () => {
  await ask('/seances/1');
  await db().setting.create({ data: { key: 'k', value: 1 } });
  const after = await ask('/seances/1');
  expect([after.made, after.text.includes('>1<')]).toEqual([1, true]);
  now = new Date('2026-11-23T09:01:00Z');
  expect((await ask('/seances/1')).made).toBe(1);
});

test('what an open transaction will write is seen once it is committed', async () => {
  await db().$transaction(async (tx) => {
    await tx.setting.create({ data: { key: 'later', value: 1 } });
    expect(await tx.setting.count()).toBe(1);
  });
  const before = await committedState();
  await db().setting.delete({ where: { key: 'later' } });
  expect(await committedState()).not.toBe(before);
});

test('each sign-in reads its own pages; a message left is shown once', async () => {
  const as = (path: string, Cookie: string) => ask(path, { Cookie });
  const madeFor = async (path: string, Cookie: string) => (await as(path, Cookie)).made;
  const visitors = await untilRemembered(async () => [await ask('/'), await as('/', 'ribambelle-code=x')]);
  expect(visitors.at(-1)?.made).toBe(0);
  const hers = await untilRemembered(async () => [await as('/', 'ribambelle=x'), await as('/', 'ribambelle=x')]);
  expect(hers.at(-1)?.made).toBe(0);
  expect(await madeFor('/', 'ribambelle=y')).toBe(1);
  expect([await madeFor('/', 'ribambelle-message=x'), await madeFor('/', 'ribambelle-message=x')]).toEqual([1, 1]);
  expect([(await ask('/mon-espace')).made, (await ask('/mon-espace')).made]).toEqual([1, 1]);
});

test('a calendar that is still held is not sent again', async () => {
  const path = '/relais/nord/agenda.ics';
  const asked = { 'If-None-Match': 'W/"0"' };
  const [, held] = await untilRemembered(async () => [await ask(path), await ask(path, asked)]);
  expect([held?.made, held?.status, held?.text]).toEqual([0, 304, '']);
  expect((await ask('/relais/nord/agenda.ics', { 'If-None-Match': 'W/"9"' })).status).toBe(200);
});
