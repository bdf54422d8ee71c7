import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { SessionQueue } from '#app/db/session-queue.mjs';

/** A session that only remembers what it was made to execute; BEGIN and END open and close its transaction. */
class Recorder {
  readonly executed: string[] = [];
  #open = false;
  runExclusive<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }
  async execProtocolRawStream(message: Uint8Array, { onRawData }: { onRawData: (data: Uint8Array) => void }) {
    await setTimeout(1);
    const text = new TextDecoder().decode(message).replaceAll(/[^A-Za-z0-9 _=']/g, '');
    if (text.includes('BEGIN')) this.#open = true;
    if (text.includes('END')) this.#open = false;
    this.executed.push(text);
    onRawData(message);
  }
  exec(sql: string): Promise<void> {
    this.executed.push(sql);
    if (sql === 'ROLLBACK') this.#open = false;
    return Promise.resolve();
  }
  isInTransaction(): boolean {
    return this.#open;
  }
}

/** One protocol message, its length left at zero: the queue does not read it. */
function message(type: string, text = ''): Uint8Array {
  return new TextEncoder().encode(`${type}\0\0\0\0${text}\0`);
}

const ignore = (): void => {};

test('the messages of two clients are executed one sequence after the other', async () => {
  const session = new Recorder();
  const queue = new SessionQueue(session);
  const both = [1, 2].map((client) => queue.enqueue(client, message('P', `${client}`), ignore));
  for (const client of [2, 1]) both.push(queue.enqueue(client, message('B', `${client}`), ignore));
  for (const client of [2, 1]) both.push(queue.enqueue(client, message('S'), ignore));
  await Promise.all(both);
  expect(session.executed).toEqual(['P2B2S', 'P1B1S']);
});

test('nobody comes between the statements of a transaction', async () => {
  const session = new Recorder();
  const queue = new SessionQueue(session);
  await queue.enqueue(1, message('Q', 'BEGIN'), ignore);
  const other = queue.enqueue(2, message('Q', 'other'), ignore);
  await queue.enqueue(1, message('Q', 'inside'), ignore);
  expect(queue.getQueueLength()).toBe(1);
  await queue.enqueue(1, message('Q', 'END'), ignore);
  await other;
  expect(session.executed).toEqual(['QBEGIN', 'Qinside', 'QEND', 'Qother']);
});

test('a sequence left open by a Flush keeps the session', async () => {
  const session = new Recorder();
  const queue = new SessionQueue(session);
  await queue.enqueue(1, message('H'), ignore);
  const other = queue.enqueue(2, message('Q', 'other'), ignore);
  await queue.enqueue(1, message('S'), ignore);
  await other;
  expect(session.executed).toEqual(['H', 'S', 'Qother']);
});

test('a client that disappears is rolled back, its settings undone, its wishes forgotten', async () => {
  const session = new Recorder();
  const queue = new SessionQueue(session);
  await queue.enqueue(1, message('Q', "SET x = 'y'"), ignore);
  await queue.enqueue(1, message('Q', 'BEGIN'), ignore);
  const other = queue.enqueue(2, message('Q', 'other'), ignore);
  queue.clearQueueForHandler(1);
  await queue.clearTransactionIfNeeded(1);
  await other;
  expect(session.executed).toEqual(["QSET x = 'y'", 'QBEGIN', 'ROLLBACK', 'RESET ALL', 'Qother']);
});

test('a client silent inside its transaction is ended, and the others go on', async () => {
  const session = new Recorder();
  const queue = new SessionQueue(session, 20);
  await queue.enqueue(1, message('Q', 'BEGIN'), ignore);
  await queue.enqueue(2, message('Q', 'other'), ignore);
  await expect(queue.enqueue(1, message('Q', 'late'), ignore)).rejects.toThrow('idle in transaction');
  expect(session.executed).toEqual(['QBEGIN', 'ROLLBACK', 'Qother']);
});
