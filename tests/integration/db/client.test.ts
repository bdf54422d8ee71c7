import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';

import { connect, disconnect, type Connection } from '#app/db/client.server.ts';

import { describeOnServer, useDatabase } from '../database.ts';

const database = useDatabase({ connected: false });

afterEach(disconnect);

/** How many statements the one connection keeps by name, after a short list of people and a long one. */
async function kept(connection: Partial<Connection>): Promise<number> {
  const client = connect({ url: database.url(), engine: database.engine(), max: 1, ...connection });
  for (const length of [2, 60]) {
    await client.person.findMany({ where: { id: { in: Array.from({ length }, () => randomUUID()) } } });
  }
  const names = await client.$queryRawUnsafe<unknown[]>(`SELECT name FROM pg_prepared_statements WHERE name LIKE 'rb_%'
    AND statement NOT LIKE '%pg_prepared_statements%'`);
  return names.length;
}

describeOnServer('a connection to a server', () => {
  it('keeps a statement by its name, but not one text for each length of a list', async () => {
    expect(await kept({})).toBe(1);
  });
});

describe('through a pooler', () => {
  it('names nothing: its next transaction may run on another connection', async () => {
    expect(await kept({ directUrl: 'postgresql://localhost/ailleurs' })).toBe(0);
  });
});
